-- Somebody signs in on a device that is denied or watched (R6.3): noted as a registration is, once an entry and party.
ALTER TABLE risk.list_hits DROP CONSTRAINT list_hits_moment_check;
ALTER TABLE risk.list_hits ADD CONSTRAINT list_hits_moment_check
  CHECK (moment IN ('worker-registered', 'card-added', 'enterprise-submitted', 'signed-in'));
