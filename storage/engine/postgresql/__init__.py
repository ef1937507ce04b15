"""The gate on PostgreSQL: raw asyncpg, one READ COMMITTED transaction per use case, whole-command retries."""
