import type { Person } from './synthetic/people';
import { cardNumber, identityNumber } from './synthetic/numbers';

/**
 * People of the waiting batch who meet a blocker. The sandbox register answers by digits of the number itself
 * (plugins/real-name/src/domain/sandbox-rules.ts): serials 440 and 441 are a mismatch.
 */
export interface TroubledPeople {
  /** Registered, but their identity does not match. */
  unverified: Person[];
  /** Registered, but the holder of the card is somebody else. */
  wrongHolder: Person[];
  /** Registered and verified, but never sent a contract. */
  withoutContract: Person[];
  /** Contract signed, tax agency authorization not. */
  withoutAuthorization: Person[];
  /** Registered on the very day, and to be paid very much. */
  newcomers: Person[];
  /** Not registered at all. */
  strangers: Person[];
  /** Not registered, and fifteen years old. */
  minor: Person;
}

const bins = { ordinary: '622202', holderMismatch: '622202440' } as const;

export function troubledPeople(today: string): TroubledPeople {
  const minorBirth = `${Number(today.slice(0, 4)) - 15}-01-15`;
  return {
    unverified: [1, 2, 3].map((serial) => ({ ...ordinary(serial), identityNumber: mismatched(serial) })),
    wrongHolder: Array.from({ length: 12 }, (_, index) => wrongHolder(100 + index)),
    withoutContract: Array.from({ length: 47 }, (_, index) => ordinary(200 + index)),
    withoutAuthorization: Array.from({ length: 6 }, (_, index) => ordinary(300 + index)),
    newcomers: [ordinary(400), ordinary(401)],
    strangers: [500, 501, 502, 503].map(ordinary),
    minor: { ...ordinary(600), identityNumber: identityNumber('430102', minorBirth, 3) },
  };
}

function ordinary(serial: number): Person {
  const two = (value: number): string => value.toString().padStart(2, '0');
  const birth = `${1970 + (serial % 30)}-${two((serial % 12) + 1)}-${two((serial % 28) + 1)}`;
  return {
    name: `${'赵钱孙李周吴郑王'[serial % 8] ?? '赵'}${'春夏秋冬梅兰竹菊'[(serial >> 3) % 8] ?? '春'}`,
    identityNumber: identityNumber('430105', birth, serial),
    phone: `139${(73_100_000 + serial).toString()}`,
    cardNumber: cardNumber(bins.ordinary, 750_000_000_000 + serial * 10),
    bankName: '中国工商银行',
    bankCode: '102100099996',
    address: `湖南省长沙市开福区芙蓉中路${serial}号`,
  };
}

function wrongHolder(serial: number): Person {
  return { ...ordinary(serial), cardNumber: cardNumber(bins.holderMismatch, serial * 10) };
}

function mismatched(serial: number): string {
  return identityNumber('430105', `1985-03-${10 + serial}`, 0, '44');
}
