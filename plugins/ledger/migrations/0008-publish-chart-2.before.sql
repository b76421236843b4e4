-- Chart version 2: service fees that are paid before, or billed after, the trade. Everything of version 1 stays as it is.
INSERT INTO ledger.chart_versions VALUES (2, '2025-01-01', '增加预收与应收服务费 / fees received in advance and fees receivable');

INSERT INTO ledger.subjects (chart_version, code, parent_code, kind, name_zh, name_en)
SELECT 2, code, parent_code, kind, name_zh, name_en FROM ledger.subjects WHERE chart_version = 1 ORDER BY code;
INSERT INTO ledger.subjects (chart_version, code, parent_code, kind, name_zh, name_en) VALUES
  (2, '1122', NULL, 'asset', '应收账款', 'Accounts receivable'),
  (2, '112201', '1122', 'asset', '应收账款—服务费', 'Accounts receivable: service fees'),
  (2, '2205', NULL, 'liability', '合同负债', 'Contract liabilities'),
  (2, '220501', '2205', 'liability', '合同负债—预收服务费', 'Contract liabilities: service fees received in advance');

INSERT INTO ledger.account_patterns (chart_version, pattern, subject_code, owner, prepaid, name_zh, name_en)
SELECT 2, pattern, subject_code, owner, prepaid, name_zh, name_en FROM ledger.account_patterns WHERE chart_version = 1;
INSERT INTO ledger.account_patterns (chart_version, pattern, subject_code, owner, prepaid, name_zh, name_en) VALUES
  (2, 'fee-prepaid:{enterprise}', '220501', 'enterprise', false, '预收服务费', 'Service fees received in advance'),
  (2, 'fee-receivable:{enterprise}', '112201', 'enterprise', false, '应收服务费', 'Service fees receivable');

-- Enterprises that have their accounts already get the new ones.
SELECT ledger.open_enterprise_accounts(coalesce(array_agg(DISTINCT enterprise_id), '{}'::int[]), now())
  FROM ledger.accounts WHERE enterprise_id IS NOT NULL;
