/** The smallest way for one part of the page to tell others that something changed. */

export function signal() {
  const listeners = new Set();
  return {
    on(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    emit(value) {
      for (const listener of [...listeners]) listener(value);
    },
  };
}

/** Many calls in a short while become one; the last one wins and none is lost. */
export function gathered(work, delay_ms = 60) {
  let timer = null;
  return () => {
    if (timer !== null) return;
    timer = setTimeout(() => {
      timer = null;
      work();
    }, delay_ms);
  };
}
