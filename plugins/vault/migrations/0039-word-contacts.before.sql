-- What the people are told whom an enterprise names (企业联系人告知): its handler, whose consent it declares to hold, and its legal
-- representative, whose name is public and is handled by law.
INSERT INTO vault.consent_texts (purpose, version, zh, en, effective_from) VALUES
('enterprise-handler', 1,
 '企业把您登记为经办人：平台处理您的姓名和手机号，仅用于入驻审核、对账、开票和业务通知；加密保存，页面只显示掩码。您可以随时通过企业或客服撤回，平台随即删除您的姓名和手机号，企业须另行指定经办人。',
 'An enterprise has named you as its handler: the platform handles your name and mobile number to review the application, to reconcile, to invoice and to send notices of the business, and for nothing else; they are stored encrypted and shown masked. You may withdraw at any time through the enterprise or customer service: your name and number are then deleted, and the enterprise names somebody else.',
 '2021-11-01T00:00:00Z'),
('enterprise-representative', 1,
 '您是企业的法定代表人：为核验企业登记信息、订立和履行合同，平台处理您的姓名。该信息由登记机关依法公开（个人信息保护法第十三条第一款第二、三、六项，第二十七条），不以同意为前提；登记变更后由企业更正。',
 'You are the legal representative of an enterprise: to check its entry in the register, and to conclude and perform its contracts, the platform handles your name. The register publishes it by law (PIPL art. 13(1)(2), (3), (6), art. 27), so it does not depend on consent; when the register changes, the enterprise corrects it.',
 '2021-11-01T00:00:00Z');

-- The texts for the owners of other people than workers; which is in force on a day is the last that has begun.
CREATE VIEW vault.published_consent_texts AS SELECT purpose, version, zh, en, effective_from FROM vault.consent_texts;
GRANT SELECT ON vault.published_consent_texts TO linggong_app;
