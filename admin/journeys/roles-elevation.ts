import { goTo } from './moves';
import { approve } from './risk-moves';
import { asked, choose, confirm, fillIn, openAt, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

/** Customer service looks beyond its role for a while; the head of the institution grants it and reviews each look. */
export function elevationIsReviewed({ platform, as, seen, seenTwice, step }: Stage): void {
  step('customer service asks to see the tax records, with a reason', async () => {
    const service = await as('customer-service');
    const { page } = service;
    await goTo(page, '审批', '提权');
    await page.getByRole('link', { name: '申请提权' }).first().click();
    await choose(page, '查看对象', '税费记录');
    await choose(page, '范围', '全部数据');
    await fillIn(page, { 时长: '2', 理由: '来电核对个税扣缴' });
    await seen(service, 'elevation-01-asking');
    await page.getByRole('button', { name: '提交申请' }).click();
    await asked(service);
  });

  step('the head of the institution reads and grants it', async () => {
    const manager = await as('institution-manager');
    await openAt(manager, platform().address, '/');
    await seenTwice(manager, 'elevation-02-dashboard');
    await goTo(manager.page, '审批', '审批');
    await manager.page.locator('#main-content').getByRole('link', { name: '提权' }).first().click();
    await seenTwice(manager, 'elevation-03-request');
    await approve(manager, platform().address, '提权');
    await seen(manager, 'elevation-04-granted');
  });

  step('customer service looks and ends it; each look is reviewed', async () => {
    const service = await as('customer-service');
    await openAt(service, platform().address, '/tax-records');
    await seenTwice(service, 'elevation-05-looking');
    await goTo(service.page, '审批', '提权');
    await service.page.locator('#main-content tbody a').first().click();
    const ending = await openSheet(service.page, '结束');
    await ending.getByLabel('理由').fill('已答复来电');
    await confirm(ending, '结束');
    const manager = await as('institution-manager');
    await openAt(manager, platform().address, '/elevations');
    await manager.page.locator('#main-content tbody a').first().click();
    await seenTwice(manager, 'elevation-06-looks');
    const sheet = await openSheet(manager.page, '核查');
    await sheet.getByLabel('理由').fill('查看与来电相符');
    await confirm(sheet, '核查');
    await manager.page.getByText('查看与来电相符').first().waitFor();
    await seenTwice(manager, 'elevation-07-reviewed');
  });
}
