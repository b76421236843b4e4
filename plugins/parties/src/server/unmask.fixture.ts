/** Somebody and some company whose values are looked at. */
export const worker = {
  name: '雀探甲',
  identityNumber: '110101199003079999',
  phone: '13812340001',
  cardNumber: '6222028872946788639',
};
export const company = {
  name: '甲科技有限公司',
  uscc: '91110101MA00ABCD40',
  legalRepresentative: '王五柒',
  contactName: '赵六玖',
  contactPhone: '13812340077',
};
