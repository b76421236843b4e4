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

  it('tells texts of every level without personal numbers', () => {
    const said: unknown[][] = [];
    const say = (...words: unknown[]) => said.push(words);
    const log = { error: say, warn: say, info: say, http: say, debug: say };
    discreetLog(log);
    log.error('no worker 11010519491231002X');
    log.info('called 13800138000');
    log.http('GET /api/v1/orders/:id 200 3 ms 6f1d2c3b-1380-4138-8000-1380013800a1 operator#3');
    log.debug('a card 6228480402564890018');
    expect(said.flat()).toEqual([
      'no worker **************002X',
      'called *******8000',
      'GET /api/v1/orders/:id 200 3 ms 6f1d2c3b-1380-4138-8000-1380013800a1 operator#3',
      'a card ***************0018',
    ]);
  });
});
