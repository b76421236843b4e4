-- Counts of calls by name and address or account, where no Redis keeps them (限流). The order of the columns is the library's
-- (rate-limiter-flexible inserts by position); `expire` is milliseconds since 1970.
CREATE TABLE access.rate_limits (
  key varchar(255) PRIMARY KEY,
  points int NOT NULL DEFAULT 0,
  expire bigint
);
GRANT SELECT, INSERT, UPDATE, DELETE ON access.rate_limits TO linggong_app;
CREATE INDEX rate_limits_expire ON access.rate_limits (expire);
