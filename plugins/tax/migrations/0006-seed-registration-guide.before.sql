-- Income of 12 consecutive months above which the platform guides a worker to register as a business (domain.md 2.1).
INSERT INTO tax.parameters (name, value, valid_from, valid_to, reference_zh, reference_en, approved_by) VALUES
  ('registrationGuideFen', '"500000000"', '2025-10-01', NULL,
   '税务总局公告2025年第16号第二条', 'STA PN 2025-16 art. 2', 'initial-release');
