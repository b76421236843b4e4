import { cardNumber, identityNumber } from '../demo/synthetic/numbers';
import type { Canary } from './hunter';

/** A person that nobody is: his values stand nowhere but where the hunt put them. */
export interface PlantedPerson {
  readonly name: string;
  readonly identityNumber: string;
  readonly phone: string;
  readonly cardNumber: string;
  readonly address: string;
  readonly email: string;
}

export interface PlantedCompany {
  readonly legalRepresentative: string;
  readonly contactName: string;
  readonly contactPhone: string;
  readonly bankAccount: string;
}

const letters = '甲乙丙丁戊己庚';

/** The person of a number: registered through the form, through a sheet, or a stranger in a sheet. */
export function plantedPerson(serial: number): PlantedPerson {
  return {
    name: `雀探${letters[serial] ?? '辛'}`,
    identityNumber: identityNumber('430102', `1977-07-${(serial + 10).toString()}`, serial),
    // They differ early: base64 of their beginnings must not be one and the same.
    phone: `177${serial.toString()}9900770`,
    cardNumber: cardNumber('622202', 990_770_000_000 + serial),
    address: `湖南省长沙市芙蓉区探针路${serial.toString()}百七十七号`,
    email: `que.tan.${serial.toString()}@canary-mail.test`,
  };
}

export const plantedCompany: PlantedCompany = {
  legalRepresentative: '雀针法',
  contactName: '雀针联',
  contactPhone: '17799007799',
  bankAccount: '43050199077000779907',
};

export function canariesOf(who: string, values: PlantedPerson | PlantedCompany): Canary[] {
  return Object.entries(values).map(([field, clear]: [string, string]) => ({ name: `${who}.${field}`, clear }));
}
