import type { Text2 } from '@linggong/core/domain';

export interface CardBank {
  /** CNAPS number of the head office: what a transfer to a card needs, whatever the branch. */
  readonly cnaps: string;
  readonly name: Text2;
}

const icbc: CardBank = { cnaps: '102100099996', name: { zh: '中国工商银行', en: 'ICBC' } };
const abc: CardBank = { cnaps: '103100000026', name: { zh: '中国农业银行', en: 'Agricultural Bank of China' } };
const boc: CardBank = { cnaps: '104100000004', name: { zh: '中国银行', en: 'Bank of China' } };
const ccb: CardBank = { cnaps: '105100000017', name: { zh: '中国建设银行', en: 'China Construction Bank' } };
const bocom: CardBank = { cnaps: '301290000007', name: { zh: '交通银行', en: 'Bank of Communications' } };
const citic: CardBank = { cnaps: '302100011000', name: { zh: '中信银行', en: 'China CITIC Bank' } };
const ceb: CardBank = { cnaps: '303100000006', name: { zh: '中国光大银行', en: 'China Everbright Bank' } };
const hxb: CardBank = { cnaps: '304100040000', name: { zh: '华夏银行', en: 'Hua Xia Bank' } };
const cmbc: CardBank = { cnaps: '305100000013', name: { zh: '中国民生银行', en: 'China Minsheng Bank' } };
const cgb: CardBank = { cnaps: '306581000003', name: { zh: '广发银行', en: 'China Guangfa Bank' } };
const pab: CardBank = { cnaps: '307584007998', name: { zh: '平安银行', en: 'Ping An Bank' } };
const cmb: CardBank = { cnaps: '308584000013', name: { zh: '招商银行', en: 'China Merchants Bank' } };
const cib: CardBank = { cnaps: '309391000011', name: { zh: '兴业银行', en: 'Industrial Bank' } };
const spdb: CardBank = { cnaps: '310290000013', name: { zh: '上海浦东发展银行', en: 'SPD Bank' } };
const psbc: CardBank = { cnaps: '403100000004', name: { zh: '中国邮政储蓄银行', en: 'Postal Savings Bank of China' } };

/**
 * Issuer's number at the head of a card (BIN, six digits) to its bank: the debit cards of the main banks. Head-office
 * numbers are those of domain.md 5.6; the list grows as data, and a card that is not on it has no known bank.
 */
const byIssuer: Readonly<Record<string, CardBank>> = Object.fromEntries(
  (
    [
      [icbc, '621226 621225 622202 622203 622208 621281 621558 621559 621722 621723 620058 622200'],
      [abc, '622848 622845 622846 622849 623052 621282 621336 621619 622821 622822 622823 622824'],
      [boc, '621661 621660 621662 621663 621665 621667 621668 621669 621666 621785 621786 621787 623208 456351 601382'],
      [ccb, '621700 621284 621467 621598 621621 622700 622280 623094 623211 436742 589970'],
      [bocom, '622260 622261 622262 622258 622259 621069 621436 621002 405512 601428'],
      [citic, '621771 621767 621768 621770 621772 621773 622690 622691 622692 622696 622698 433670 433680'],
      [ceb, '622660 622661 622662 622663 622664 622665 622666 622667 622669 622670 622671 621489 621492'],
      [hxb, '622630 622631 622632 622633 621222 623020 623021 623022 623023'],
      [cmbc, '622622 622615 622616 622617 622618 622619 622620 621691 415599 421393'],
      [cgb, '622568 621462 623259 623506'],
      [pab, '622155 622156 622157 622989 621626 623058 602907 622298 622986 627066'],
      [cmb, '622588 622580 621286 621483 621485 621486 622598 622609 410062 468203 621299 622575 622576'],
      [cib, '622908 622909 438588 438589 966666 622901 622902 622922 621750'],
      [spdb, '622521 622522 622518 622520 622516 622517 621352 621390 621351 621792 621793 621795 621796 984301'],
      [psbc, '621799 621798 621797 621096 621098 621095 622188 622199 622150 622151 622181 955100 621599 623218'],
    ] as const
  ).flatMap(([bank, issuers]) => issuers.split(' ').map((issuer) => [issuer, bank] as const)),
);

/** The bank that issued a card; undefined where its issuer is not on the list. */
export function bankOfCard(card: string): CardBank | undefined {
  return byIssuer[card.slice(0, 6)];
}

/** The same bank by the first three digits of a CNAPS number (行别). */
export function isSameBank(one: string | null, other: string | null): boolean {
  return one !== null && other !== null && one.slice(0, 3) === other.slice(0, 3);
}
