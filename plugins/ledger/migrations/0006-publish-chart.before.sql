-- Chart version 1. Who books what stands in the README of this plugin.
INSERT INTO ledger.chart_versions VALUES (1, '2025-01-01', '平台首版会计科目 / first chart of the platform');

INSERT INTO ledger.subjects (chart_version, code, parent_code, kind, name_zh, name_en) VALUES
  (1, '1002', NULL, 'asset', '银行存款', 'Bank deposits'),
  (1, '100201', '1002', 'asset', '银行存款—平台自有', 'Bank deposits: the platform''s own'),
  (1, '100202', '1002', 'asset', '银行存款—客户备付', 'Bank deposits: client money'),
  (1, '1221', NULL, 'asset', '其他应收款', 'Other receivables'),
  (1, '122101', '1221', 'asset', '其他应收款—应收代扣税款', 'Other receivables: tax to be collected from workers'),
  (1, '2221', NULL, 'liability', '应交税费', 'Taxes payable'),
  (1, '222101', '2221', 'liability', '应交税费—代扣代缴增值税', 'Taxes payable: value-added tax withheld'),
  (1, '222102', '2221', 'liability', '应交税费—代扣代缴附加税费', 'Taxes payable: surcharges withheld'),
  (1, '222103', '2221', 'liability', '应交税费—代扣代缴个人所得税', 'Taxes payable: individual income tax withheld'),
  (1, '2241', NULL, 'liability', '其他应付款', 'Other payables'),
  (1, '224101', '2241', 'liability', '其他应付款—客户预存款', 'Other payables: deposits of enterprises'),
  (1, '224102', '2241', 'liability', '其他应付款—应付灵工款', 'Other payables: owed to workers'),
  (1, '224103', '2241', 'liability', '其他应付款—待识别来账', 'Other payables: money received, owner unknown'),
  (1, '6001', NULL, 'income', '主营业务收入', 'Revenue of main operations'),
  (1, '600101', '6001', 'income', '主营业务收入—服务费', 'Revenue of main operations: service fees');

INSERT INTO ledger.account_patterns (chart_version, pattern, subject_code, owner, prepaid, name_zh, name_en) VALUES
  (1, 'bank:{enterprise}', '100202', 'enterprise', false, '客户备付银行子账户', 'Sub-account at the bank'),
  (1, 'deposit:{enterprise}', '224101', 'enterprise', true, '企业预存款', 'Deposit of the enterprise'),
  (1, 'workers:{enterprise}', '224102', 'enterprise', false, '应付灵工款', 'Owed to workers'),
  (1, 'tax-iit:{enterprise}', '222103', 'enterprise', false, '代扣个人所得税', 'Income tax withheld'),
  (1, 'tax-vat:{enterprise}', '222101', 'enterprise', false, '代扣增值税', 'Value-added tax withheld'),
  (1, 'tax-surcharge:{enterprise}', '222102', 'enterprise', false, '代扣附加税费', 'Surcharges withheld'),
  (1, 'fee:{enterprise}', '600101', 'enterprise', false, '服务费收入', 'Service fee income'),
  (1, 'receivable:{enterprise}', '122101', 'enterprise', false, '应收代扣税款', 'Tax receivable from workers'),
  (1, 'bank:platform', '100201', 'platform', false, '平台自有银行账户', 'The platform''s own bank account'),
  (1, 'suspense:platform', '224103', 'platform', false, '待识别来账', 'Money received, owner unknown');

INSERT INTO ledger.accounts (code, chart_version, pattern, subject_code, prepaid, opened_at)
SELECT pattern, chart_version, pattern, subject_code, prepaid, '2025-01-01T00:00:00+08:00'
  FROM ledger.account_patterns WHERE chart_version = 1 AND owner = 'platform';

CREATE TRIGGER chart_versions_immutable BEFORE UPDATE OR DELETE ON ledger.chart_versions FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER subjects_immutable BEFORE UPDATE OR DELETE ON ledger.subjects FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
CREATE TRIGGER account_patterns_immutable BEFORE UPDATE OR DELETE ON ledger.account_patterns FOR EACH ROW EXECUTE FUNCTION ledger.refuse_change();
