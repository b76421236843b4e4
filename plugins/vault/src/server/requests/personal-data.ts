import type { Core } from '@strapi/strapi';
import type { Command, Queryable } from '@linggong/core';

/**
 * Rows of one person in one place, in clear: they go into his own copy and nowhere else. At most `SECTION_ROWS_MAX`.
 * @param command of the copy; what is opened is recorded with it (`data-copy`)
 */
export type DataSection = (db: Queryable, workerId: number, command: Command) => Promise<readonly object[]>;

/** Enough for some fifty years of ten orders a day; what is more is named in the copy as cut off. */
export const SECTION_ROWS_MAX = 200_000;

export interface PersonalData {
  /** @throws Error for a second section of a name */
  add(name: string, section: DataSection): void;
  sections(): readonly (readonly [name: string, section: DataSection])[];
}

export function createPersonalData(): PersonalData {
  const sections = new Map<string, DataSection>();
  return {
    add(name, section) {
      if (sections.has(name)) throw new Error(`there are two sections ${name} of personal data`);
      sections.set(name, section);
    },
    sections: () => [...sections],
  };
}

/** Where the owners of personal data say what a person's own copy has of theirs (个人信息副本), in `bootstrap`. */
export function personalDataOf(strapi: Core.Strapi): PersonalData {
  return strapi.plugin('vault').service('personalData');
}
