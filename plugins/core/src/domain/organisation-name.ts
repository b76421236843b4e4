import { holdsPersonalNumber } from './personal-text';

/** Words of which one stands in the registered name of a company, a public body or an association (名称登记管理规定 art. 8, 11). */
const organisationWords =
  /公司|企业|集团|工厂|商行|车行|银行|合作社|信用社|旅行社|出版社|报社|工作室|事务所|研究所|研究院|中心|商店|门店|超市|酒店|饭店|宾馆|学校|学院|大学|中学|小学|幼儿园|医院|协会|学会|商会|工会|基金会|委员会|管委会|居委会|村委会|政府|财政局|税务局|管理局|经营部|营业部|服务部|分店|有限合伙|普通合伙/;
const latinWords =
  /\b(?:ltd|limited|inc|incorporated|llc|llp|plc|corp|corporation|company|co|gmbh|ag|kg|bank|group|holdings?)\b/i;
/** Such as `长沙市芙蓉区老王小吃店`: where the trade comes last, the name is that of a trader and longer than a person's. */
const tradeAtTheEnd = /^\p{Script=Han}{5,}[店厂铺馆坊所站部行社场院会]$/u;

/**
 * Does a name say that it is that of an organisation, and so public (企业名称 are published, 企业信息公示暂行条例 art. 6)? Whoever does not say it is
 * taken for a natural person, whose name is sealed and masked (domain.md 8.2): a person's name in clear is the worse mistake.
 */
export function isOrganisationName(name: string): boolean {
  const plain = comparableName(name);
  if (holdsPersonalNumber(name)) return false;
  return organisationWords.test(plain) || tradeAtTheEnd.test(plain) || latinWords.test(name.normalize('NFKC'));
}

/** One spelling of a name as banks write it: full and half width, upper and lower case and blanks say nothing; every other sign does. */
export function comparableName(name: string): string {
  return name.normalize('NFKC').replace(/\s/g, '').toUpperCase();
}
