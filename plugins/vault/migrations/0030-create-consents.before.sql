-- Consents to the handling of personal information (个人信息处理同意; PIPL art. 13, 14, 15, 23, 29). The texts are versioned and never change: a
-- record names the version that was agreed to, so it can always be shown what was read. Records are only added.
CREATE TABLE vault.consent_texts (
  purpose text NOT NULL CHECK (purpose ~ '^[a-z]+(-[a-z]+)*$'),
  version int NOT NULL CHECK (version > 0),
  zh text NOT NULL,
  en text NOT NULL,
  effective_from timestamptz NOT NULL,
  PRIMARY KEY (purpose, version)
);
GRANT SELECT ON vault.consent_texts TO linggong_app;

CREATE TABLE vault.consents (
  id bigint GENERATED ALWAYS AS IDENTITY PRIMARY KEY,
  worker_id integer NOT NULL,
  purpose text NOT NULL,
  version int NOT NULL,
  act text NOT NULL CHECK (act IN ('given', 'withdrawn')),
  -- click: by himself, signed in; operator: staff hold his paper; import-declared: whoever sent the sheet declares to hold it.
  method text NOT NULL CHECK (method IN ('click', 'operator', 'import-declared')),
  at timestamptz NOT NULL,
  address text,
  actor_name text NOT NULL,
  account_id integer,
  trace_id text NOT NULL
);
-- No foreign key to the texts: purpose and version are read from them in the same statement, no text is ever removed, and an import
-- writes 250,000 rows.
CREATE INDEX consents_of_worker ON vault.consents (worker_id, purpose, id DESC);
-- What was withdrawn is asked for in set-based paths; it is rare.
CREATE INDEX consents_withdrawn ON vault.consents (worker_id) WHERE act = 'withdrawn';
GRANT SELECT, INSERT ON vault.consents TO linggong_app;

CREATE FUNCTION vault.refuse_change() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION 'rows of % are only added', TG_TABLE_NAME USING ERRCODE = 'integrity_constraint_violation';
END $$;
CREATE TRIGGER consents_append_only BEFORE UPDATE OR DELETE ON vault.consents
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();
CREATE TRIGGER consent_texts_append_only BEFORE UPDATE OR DELETE ON vault.consent_texts
  FOR EACH STATEMENT EXECUTE FUNCTION vault.refuse_change();

-- The last act of each person and purpose; for the owners of persons to join.
CREATE VIEW vault.published_consents AS
SELECT DISTINCT ON (worker_id, purpose) id, worker_id, purpose, version, act, method, at
FROM vault.consents ORDER BY worker_id, purpose, id DESC;
-- Every record, for lists.
CREATE VIEW vault.published_consent_acts AS
SELECT id, worker_id, purpose, version, act, method, at, actor_name FROM vault.consents;
-- Consents that stand withdrawn today.
CREATE VIEW vault.published_withdrawals AS
SELECT w.worker_id, w.purpose, w.at FROM vault.consents w
WHERE w.act = 'withdrawn'
  AND NOT EXISTS (SELECT FROM vault.consents l WHERE l.worker_id = w.worker_id AND l.purpose = w.purpose AND l.id > w.id);
GRANT SELECT ON vault.published_consents, vault.published_consent_acts, vault.published_withdrawals TO linggong_app;

INSERT INTO vault.consent_texts (purpose, version, zh, en, effective_from) VALUES
('service', 1,
 '为登记成为灵活用工人员、签订合同、接单、结算报酬，平台处理您的姓名、手机号、地址、接单与报酬记录。撤回后平台不再为您提供服务；撤回之前的处理仍然有效，法律要求保存的记录保存至法定期限届满。',
 'To register you as a flexible worker, to conclude contracts, to take tasks and to settle remuneration the platform handles your name, phone number, address, and the records of your tasks and payments. After a withdrawal the platform no longer serves you; what was done before stays valid, and records that the law wants kept are kept until its terms end.',
 '2021-11-01T00:00:00Z'),
('sensitive-data', 1,
 '单独同意（个人信息保护法第二十九条）：为核实身份和支付报酬，平台处理您的证件号码和银行卡号。这些信息加密保存，页面只显示掩码；查看明文须有理由并留痕。不同意则无法实名和收款。',
 'Separate consent (PIPL art. 29): to verify who you are and to pay you the platform handles your identity number and bank card number. They are stored encrypted and shown masked; whoever looks at them in clear gives a reason and leaves a record. Without this consent you can neither be verified nor be paid.',
 '2021-11-01T00:00:00Z'),
('real-name-check', 1,
 '平台向依法设立的身份核验机构提供您的姓名、证件号码、银行卡号和预留手机号，取得是否一致的结果，并按期复核。不同意则无法通过实名核验。',
 'The platform gives your name, identity number, card number and the phone number kept with the bank to lawful identity services, is told whether they agree, and asks again from time to time. Without this consent your identity cannot be verified.',
 '2021-11-01T00:00:00Z'),
('share-with-tax', 1,
 '平台为您办理个人所得税和增值税的代理申报，向税务机关报送您的身份信息和收入。依法必须报送的涉税信息（互联网平台企业涉税信息报送规定）不以同意为前提，撤回不影响该义务。',
 'The platform files income tax and VAT on your behalf and gives the tax authority your identity and your income. What the law obliges platforms to report does not depend on consent, and a withdrawal does not end that duty.',
 '2021-11-01T00:00:00Z'),
('share-with-bank', 1,
 '为向您支付报酬，平台把您的姓名、银行卡号和金额提供给付款银行或支付机构。不同意则无法付款。',
 'To pay you the platform gives your name, your card number and the amount to the paying bank or payment institution. Without this consent you cannot be paid.',
 '2021-11-01T00:00:00Z'),
('e-sign-provider', 1,
 '在线签署合同时，平台把您的姓名、证件号码和手机号提供给电子签名服务机构，用于签发证书和发送验证码。不同意的，可以在纸上签署。',
 'When you sign online the platform gives your name, identity number and phone number to the electronic signature service, which issues a certificate and sends codes. Without this consent you can sign on paper.',
 '2021-11-01T00:00:00Z'),
('automated-decision', 1,
 '平台可用您的接单与结算记录自动推荐任务。您可以随时拒绝，不影响其他服务（个人信息保护法第二十四条）。',
 'The platform may use the records of your tasks and settlements to recommend tasks automatically. You may refuse at any time, without effect on other services (PIPL art. 24).',
 '2021-11-01T00:00:00Z'),
('marketing', 1,
 '平台可向您的手机号发送活动和服务信息。您可以随时撤回，不影响其他服务。',
 'The platform may send news of its services to your phone number. You may withdraw at any time, without effect on other services.',
 '2021-11-01T00:00:00Z');
