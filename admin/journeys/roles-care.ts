import { closeDone, goTo } from './moves';
import { approve } from './risk-moves';
import { asked, choose, confirm, fillIn, openAt, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

const told = '8月有一笔报酬晚到了三天，没有人回复我。';
const answer = '银行当日系统维护，款项已于次日到账；今后延迟会提前通知您。';

/** A worker complains; it is taken up and answered in time, and he reads the answer. */
export function complaintIsAnswered({ platform, as, seen, seenTwice, step }: Stage): void {
  let number = '';

  step('a worker complains on his phone', async () => {
    const worker = await as('worker', 'phone');
    const { page } = worker;
    await openAt(worker, platform().address, '/form-records/create');
    await choose(page, '投诉事项', '报酬发放');
    await fillIn(page, { 情况说明: told, 投诉人姓名: '谢女士', 联系手机: '19900000017' });
    await seen(worker, 'complaint-01-complaining');
    await page.getByRole('button', { name: '提交', exact: true }).click();
    await page.getByRole('heading', { name: '办理情况' }).waitFor();
    number = await page.locator('h1').innerText();
    await seen(worker, 'complaint-02-received');
  });

  step('customer service sees it with its clock', async () => {
    const service = await as('customer-service');
    const { page } = service;
    await seenTwice(service, 'complaint-03-service-dashboard');
    await goTo(page, '服务', '投诉');
    await page.getByText(number).first().waitFor();
    await seenTwice(service, 'complaint-04-complaints');
    await page.locator('#main-content tbody a').first().click();
    await page.getByText(told).waitFor();
    await page.getByText('等待风控专员接手').waitFor();
    await seenTwice(service, 'complaint-05-complaint');
  });

  step('a risk officer takes it up and closes it with an answer', async () => {
    const officer = await as('risk-officer');
    const { page } = officer;
    await openAt(officer, platform().address, '/risk-board');
    await page.getByRole('link', { name: /投诉/ }).first().click();
    await page.getByText(told).waitFor();
    await confirm(await openSheet(page, '接手'), '接手');
    await seenTwice(officer, 'complaint-06-in-hand');
    const sheet = await openSheet(page, '办结');
    await sheet.getByRole('radio', { name: '属实' }).click();
    await sheet.getByLabel('给投诉人的答复').fill(answer);
    await sheet.getByLabel('理由').fill('银行系统维护，已核实到账时间');
    await seen(officer, 'complaint-07-closing');
    await confirm(sheet, '办结');
    await page.getByText('已办结').first().waitFor();
  });

  step('customer service sees it answered in time, and the worker reads the answer', async () => {
    const service = await as('customer-service');
    await openAt(service, platform().address, '/');
    await seen(service, 'complaint-08-answered-in-time');
    const worker = await as('worker', 'phone');
    await worker.page.reload();
    await worker.page.getByText(answer).waitFor();
    await seen(worker, 'complaint-09-answer');
  });
}

/** Somebody's papers are kept beyond their term for a dispute, and released by two people. */
export function holdIsLifted({ platform, as, seen, seenTwice, step }: Stage): void {
  const reason = '劳务争议仲裁，须保存全部结算记录';

  step('an archivist puts a hold on an enterprise', async () => {
    const archivist = await as('archivist');
    const { page } = archivist;
    await seenTwice(archivist, 'hold-01-dashboard');
    await goTo(page, '审计', '保全');
    await seenTwice(archivist, 'hold-02-none');
    const sheet = await openSheet(page, '设置保全');
    await choose(page, '对象类别', '企业');
    await fillIn(sheet, { 企业: '湘江同城' });
    await sheet.getByRole('button', { name: '查找' }).click();
    await sheet
      .getByRole('list')
      .getByRole('button', { name: /湘江同城配送/ })
      .click();
    await sheet.getByLabel('理由').fill(reason);
    await seen(archivist, 'hold-03-setting');
    await confirm(sheet, '设置保全');
    await page.getByText(reason).first().waitFor();
    await seenTwice(archivist, 'hold-04-standing');
  });

  step('asks to lift it, the head of the institution approves, and it is lifted', async () => {
    const archivist = await as('archivist');
    const { page } = archivist;
    const sheet = await openSheet(page, '解除保全');
    await sheet.getByLabel('理由').fill('仲裁已结案');
    await sheet.getByRole('button', { name: '解除保全', exact: true }).click();
    await asked(archivist);
    await closeDone(sheet);
    await approve(await as('institution-manager'), platform().address, '解除保全');
    await openAt(archivist, platform().address, '/');
    await goTo(page, '审计', '保全');
    await page.getByRole('button', { name: '全部', exact: true }).click();
    await page.getByText('已解除').first().waitFor();
    await seenTwice(archivist, 'hold-05-lifted');
  });
}
