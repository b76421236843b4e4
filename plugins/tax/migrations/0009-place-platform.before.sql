-- Urban maintenance tax goes by the place of who declares: for workers it is the platform, at its own tax office, not the
-- enterprise that pays. Dated like every parameter: a platform that moves gets a new row.
INSERT INTO tax.parameters (name, value, valid_from, valid_to, reference_zh, reference_en, approved_by) VALUES
  ('platformUrbanRate', '"70000"', '2025-01-01', NULL,
   '城市维护建设税法第四条；平台主管税务机关所在地为市区', 'Urban Maintenance and Construction Tax Law art. 4; the tax office of the platform lies in a city', 'initial-release');
