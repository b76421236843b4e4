import { roleNames, roles } from '@linggong/config/access';
import { tokenOf } from './people';

const nameOf = (role: (typeof roles)[number]): string => `${roleNames[role].zh} · ${roleNames[role].en}`;

/** The front door: one link for each role, which signs in as it and opens the console. */
export function rolesPage(): string {
  const links = roles
    .map((role) => `<li><a href="/console/" data-token="${tokenOf(role)}">${nameOf(role)}</a></li>`)
    .join('');
  return `<!doctype html><html lang="zh"><meta charset="utf-8"><title>灵工 · 演示控制台</title>
<body style="font: 16px/2 system-ui; max-width: 40rem; margin: 2rem auto; padding: 0 1rem">
<h1 style="font-size: 1.25rem">请选择角色 · Choose a role</h1><ul>${links}</ul>
<script>
for (const link of document.querySelectorAll('a'))
  link.addEventListener('click', () => {
    localStorage.setItem('linggong.session.since', Date.now().toString());
    localStorage.setItem('linggong.session', link.dataset.token);
  });
</script></body></html>`;
}
