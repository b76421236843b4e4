import { discreetLog } from './discreet-log';

describe('discreetLog', () => {
  it('tells errors by their nature: the messages of drivers quote values (R9.3)', () => {
    const said: unknown[][] = [];
    const log = { error: (...words: unknown[]) => said.push(words), warn: (...words: unknown[]) => said.push(words) };
    discreetLog(log);
    const error = Object.assign(new Error('insert into "workers" – 11010519491231002X'), { code: '22P02' });
    log.error(error);
    log.warn('Failed to renew', error);
    const text = JSON.stringify(said);
    expect(text).toMatch(/22P02.*Failed to renew/);
    expect(text).not.toContain('11010519491231002X');
  });
});
