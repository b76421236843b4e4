import { loadAhead } from '../page-loads';
import { resources } from '../resources';

/** Loads the page behind an address of the console, where it is one of a resource. */
function loadPage(path: string): void {
  const [name, ...rest] = path.split('/').filter(Boolean);
  const resource = resources.find((each) => each.name === name);
  if (resource === undefined) return;
  const { list, show, create } = resource;
  if (rest.length === 0) loadAhead(list);
  else loadAhead(rest[0] === 'create' ? create : show);
}

/** Whoever points at a link, or comes to it by key, will likely follow it: the script of its page is on its way before he does. */
export function loadPagesAhead(base: string): void {
  const toward = ({ target }: Event): void => {
    const link = target instanceof Element ? target.closest('a[href]') : null;
    const href = link?.getAttribute('href') ?? '';
    if (href.startsWith(base)) loadPage(href.slice(base.length).split(/[?#]/, 1)[0] ?? '');
  };
  for (const event of ['pointerover', 'focusin', 'touchstart'])
    document.addEventListener(event, toward, { passive: true });
}
