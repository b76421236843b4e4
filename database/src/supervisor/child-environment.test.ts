import { childEnvironment } from './child-environment';

const purpose = { role: 'all', databaseUrl: 'postgres://app', dataFolder: '/data', secret: 'secret' } as const;

describe('childEnvironment', () => {
  it('withholds the credentials of the owner and the first passwords', () => {
    const env = childEnvironment(
      {
        PATH: '/bin',
        DATABASE_OWNER_URL: 'postgres://owner',
        DATABASE_URL: 'postgres://other',
        LINGGONG_SYSTEM_ADMIN: 'a:b',
        PGPASSWORD: 'x',
      },
      purpose,
    );
    expect(env).toMatchObject({ PATH: '/bin', DATABASE_URL: 'postgres://app', LINGGONG_ROLE: 'all', TZ: 'UTC' });
    expect(JSON.stringify(env)).not.toMatch(/owner|other|a:b|PGPASSWORD/);
  });

  it('tells a child what the supervisor decided about the demo, though the child is given a database', () => {
    expect(childEnvironment({}, purpose)['LINGGONG_DEMO']).toBe('on');
    expect(childEnvironment({ DATABASE_URL: 'postgres://other' }, purpose)['LINGGONG_DEMO']).toBe('off');
    expect(childEnvironment({ LINGGONG_DEMO: 'off' }, purpose)['LINGGONG_DEMO']).toBe('off');
  });

  it('keeps a secret that the operator brings', () => {
    expect(childEnvironment({ LINGGONG_SECRET: 'mine' }, purpose)['LINGGONG_SECRET']).toBe('mine');
  });
});

it.each([
  [{}, 'on'],
  [{ DATABASE_URL: 'postgres://other' }, 'off'],
  [{ DATABASE_URL: 'postgres://other', LINGGONG_DEMO: 'on' }, 'on'],
  [{ LINGGONG_DEMO: 'off' }, 'off'],
])('tells a child of %j whether it serves a demo: %s', (own, demo) => {
  expect(childEnvironment(own, purpose)['LINGGONG_DEMO']).toBe(demo);
});
