# otcdesk in a container. Not built in CI (see docs/operations.md); the locks are the tested part.
# glibc on purpose: PostgreSQL's driver and Pillow ship their fastest wheels for it.
FROM python:3.13-slim AS build
WORKDIR /app
COPY requirements.lock pyproject.toml README.md LICENSE ./
RUN python -m venv /venv && /venv/bin/pip install --no-cache-dir --require-hashes -r requirements.lock
COPY . .
RUN /venv/bin/pip install --no-cache-dir --no-deps --no-build-isolation .

FROM python:3.13-slim
RUN useradd --system --uid 10001 otcdesk && install -d -m 700 -o otcdesk -g otcdesk /data
COPY --from=build /venv /venv
USER otcdesk
# Started from the data folder, so that the sources' folder never shadows the installed packages.
WORKDIR /data
VOLUME /data
ENV PATH=/venv/bin:$PATH PYTHONUNBUFFERED=1 OTCDESK_DATA_DIR=/data OTCDESK_WEBHOOK_LISTEN=0.0.0.0:8080
EXPOSE 8080
HEALTHCHECK --interval=30s --timeout=5s --start-period=30s --retries=3 CMD \
    ["python", "-c", "from urllib.request import urlopen; urlopen('http://127.0.0.1:8080/healthz', timeout=4)"]
ENTRYPOINT ["otcdesk"]
CMD ["serve"]
