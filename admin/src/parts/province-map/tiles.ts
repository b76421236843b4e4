import { provinces } from '@linggong/core/domain';
import type { Text2 } from '../text2';

/** A field of the map: where it stands, counted from 1, and the short name that fits into it. */
export interface ProvinceTile {
  readonly code: string;
  readonly row: number;
  readonly column: number;
  readonly short: Text2;
}

/**
 * The 34 provinces (省级行政区) as fields of one size, each beside the neighbours that it has on the ground: a tile-grid map.
 * A small province is as easy to see and to touch as a large one, and no coast line has to be kept.
 */
const drawn = `
  .  .  .  .  .  .  .  23
  .  .  .  .  .  .  15 22
  65 .  .  .  .  11 12 21
  .  62 64 61 14 13 37 .
  54 63 51 50 41 34 32 31
  .  .  53 52 42 36 33 .
  .  .  .  45 43 44 35 71
  .  .  .  .  46 82 81 .`;

/** Letters of ISO 3166-2:CN. */
const letters =
  '11 BJ 12 TJ 13 HE 14 SX 15 NM 21 LN 22 JL 23 HL 31 SH 32 JS 33 ZJ 34 AH 35 FJ 36 JX 37 SD 41 HA 42 HB 43 HN 44 GD 45 GX 46 HI 50 CQ 51 SC 52 GZ 53 YN 54 XZ 61 SN 62 GS 63 QH 64 NX 65 XJ 71 TW 81 HK 82 MO';

const lettersOf = new Map([...letters.matchAll(/(\d\d) (\w\w)/gu)].map(([, code = '', short = '']) => [code, short]));

/** 内蒙古自治区 is 内蒙古, 广西壮族自治区 is 广西. */
const withoutRank = (name: string): string => name.replace(/(?:市|省|(?:壮族|回族|维吾尔)?自治区|特别行政区)$/u, '');

export const provinceTiles: readonly ProvinceTile[] = drawn
  .trim()
  .split('\n')
  .flatMap((line, row) =>
    line
      .trim()
      .split(/\s+/u)
      .flatMap((code, column) => {
        if (code === '.') return [];
        const short = { zh: withoutRank(provinces[code]?.zh ?? ''), en: lettersOf.get(code) ?? '' };
        return [{ code, row: row + 1, column: column + 1, short }];
      }),
  );
