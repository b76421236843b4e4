import { isCrossSiteWrite, type RequestOrigin } from './cross-site';

const write: RequestOrigin = {
  method: 'POST',
  fetchSite: '',
  origin: '',
  ownOrigin: 'http://10.0.0.5:1337',
  publicOrigin: 'https://pay.example.com',
};

describe('a write from the page of another site', () => {
  it.each<[string, Partial<RequestOrigin>, boolean]>([
    ['a program', {}, false],
    ['our page, by the address of the server', { fetchSite: 'same-origin', origin: 'http://10.0.0.5:1337' }, false],
    ['our page, behind a TLS proxy that keeps the host', { origin: 'https://10.0.0.5:1337' }, false],
    ['our page, behind a proxy that does not', { origin: 'https://pay.example.com' }, false],
    ['an address typed by a person', { fetchSite: 'none' }, false],
    ['another site', { fetchSite: 'cross-site', origin: 'https://evil.example' }, true],
    ['another site in an old browser', { origin: 'https://evil.example' }, true],
    ['another host of our domain', { fetchSite: 'same-site', origin: 'https://blog.example.com' }, true],
    ['another port of our host', { origin: 'http://10.0.0.5:8080' }, true],
    ['a page without an origin', { origin: 'null' }, true],
    ['a name that begins like ours', { origin: 'https://pay.example.com.evil.example' }, true],
    ['a read from another site', { method: 'GET', fetchSite: 'cross-site' }, false],
    ['a method in another case', { method: 'DELETE', fetchSite: 'cross-site' }, true],
  ])('%s', (_name, change, expected) => {
    expect(isCrossSiteWrite({ ...write, ...change })).toBe(expected);
  });
});
