import { closeDone, goTo } from './moves';
import { openAt, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

/** The platform is kept safe: a backup is made and read back, the log is verified. */
export function platformIsKept({ platform, as, seen, seenTwice, step }: Stage): void {
  step('a system administrator makes a backup and sees it read back whole', async () => {
    const admin = await as('system-admin');
    const { page } = admin;
    await seenTwice(admin, 'system-01-dashboard');
    await goTo(page, '系统', '备份');
    const sheet = await openSheet(page, '立即备份');
    await sheet.getByRole('button', { name: '立即备份' }).click();
    await sheet.getByText('已完成', { exact: true }).waitFor();
    await seen(admin, 'system-02-backup-made');
    await closeDone(sheet);
    const verifying = await openSheet(page, '回读校验');
    await verifying.getByRole('button', { name: '回读校验' }).click();
    await verifying.getByText('已完成', { exact: true }).waitFor();
    await closeDone(verifying);
    await page.getByText('已验证').first().waitFor();
    await seenTwice(admin, 'system-03-backup-verified');
  });

  step('an audit administrator verifies the chain of the log', async () => {
    const auditor = await as('audit-admin');
    const { page } = auditor;
    await seenTwice(auditor, 'audit-01-dashboard');
    await openAt(auditor, platform().address, '/audit-chain');
    await page.getByRole('button', { name: '立即校验' }).click();
    await page.getByRole('status').filter({ hasText: '完整' }).waitFor();
    await seenTwice(auditor, 'audit-02-chain');
  });
}
