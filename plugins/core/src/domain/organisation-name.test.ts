import { comparableName, isOrganisationName } from './organisation-name';

describe('the name of a payer (付款人户名)', () => {
  it.each([
    '长沙某某有限公司',
    '湖南测试企业E-1',
    '长沙市芙蓉区老王小吃店',
    '中国工商银行',
    '岳麓区财政局',
    '某某会计师事务所（普通合伙）',
    'Acme Trading Co., Ltd.',
    'ＡＣＭＥ ＬＩＭＩＴＥＤ',
  ])('%s is that of an organisation, and public', (name) => {
    expect(isOrganisationName(name)).toBe(true);
  });

  it.each(['张三', '欧阳行', '李社', '买买提·吐尔逊', 'John Smith', '甲', '王小店', '', '张三 有限公司 13800138000'])(
    '%s is not known to be one, and is kept as that of a person',
    (name) => {
      expect(isOrganisationName(name)).toBe(false);
    },
  );

  it('is the same in every width, case and spacing', () => {
    expect(comparableName(' 湖南 测试企业Ｅ-1')).toBe(comparableName('湖南测试企业e-1'));
    expect(comparableName('张三')).not.toBe(comparableName('张四'));
  });
});
