import { firstTexts, messageKinds } from '@linggong/access/domain';
import { systemCommand } from '@linggong/core';
import { noticeSeeds } from '../../domain/notices/notice-seeds';
import { adoptSeeds } from '../seeds/adopt-seeds';
import { studioKit, type StudioKit } from '../studio.fixture';
import { createTools } from '../tools';
import { wordsInForce } from './words-in-force';

let studio: StudioKit;
beforeAll(async () => {
  studio = await studioKit();
}, 120_000);
afterAll(() => studio?.kit.drop());

/** The port through which short messages ask for their words (R13.1). */
describe('the words of short messages', () => {
  it('are unknown before the first day, then those of code, without a number of the operator', async () => {
    expect(await wordsInForce(studio.db, 'password-reset')).toBeUndefined();
    const command = systemCommand('studio', new Date('2026-11-26T00:00:00Z'), 'notices');
    await adoptSeeds(createTools(), studio.db, command, noticeSeeds);
    for (const kind of messageKinds)
      expect(await wordsInForce(studio.db, kind)).toEqual({ text: firstTexts[kind].text, operatorTemplate: undefined });
  });

  it('are not replaced by those of code where the database does not answer', async () => {
    const away = { ...studio.db, prepared: () => Promise.reject(new Error('away')) };
    await expect(wordsInForce(away, 'password-reset')).rejects.toThrow('away');
  });
});
