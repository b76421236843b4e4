import type { Locator } from 'playwright-core';
import { shanghaiDay } from '@linggong/core/domain';
import { goTo } from './moves';
import { choose, confirm, fillIn, judge, openAt, openRow, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

/** The task of these journeys; it has places for three. */
export const title = '岳麓山活动讲解';
const day = (ahead: number): string => shanghaiDay(new Date(Date.now() + ahead * 86_400_000));

/** A task is sent back, handed in again and published. */
export function taskIsPublished({ as, seen, seenTwice, step }: Stage): void {
  step('an enterprise writes a task and submits it', async () => {
    const enterprise = await as('enterprise');
    const { page } = enterprise;
    await goTo(page, '任务');
    await page.getByRole('link', { name: '新建任务' }).first().click();
    await fillIn(page, { 任务名称: title, 任务说明: '按场次计量、按成果验收的讲解，自主安排时间。', 地点: '长沙' });
    await choose(page, '业务场景', '同城配送');
    await fillIn(page, { 需要人数: '3', 单人报酬: '600', 预算: '1800' });
    await fillIn(page, { 开始日期: day(0), 结束日期: day(20) });
    await page.getByRole('textbox', { name: /^结束日期/ }).press('Tab');
    await seen(enterprise, 'task-01-writing');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: title }).waitFor();
    await confirm(await openSheet(page, '提交审核'), '提交审核');
    await seenTwice(enterprise, 'task-02-submitted');
  });

  step('a task reviewer sends it back with a criterion and the reason', async () => {
    const reviewer = await as('task-reviewer');
    const { page } = reviewer;
    await seenTwice(reviewer, 'task-03-reviewer-dashboard');
    await page.locator('#main-content').getByRole('link', { name: title }).first().click();
    const sheet = await openSheet(page, '退回');
    const first = (await sheet.locator('[data-criterion]').first().getAttribute('data-criterion')) ?? '';
    await judge(sheet, { [first]: '讲解不属于同城配送' });
    await sheet.getByLabel('理由').fill('请改选业务场景或补充说明');
    await seen(reviewer, 'task-04-sending-back');
    await confirm(sheet, '退回');
    await seenTwice(reviewer, 'task-05-sent-back');
  });

  step('the enterprise sees why, and submits it again', async () => {
    const enterprise = await as('enterprise');
    const { page } = enterprise;
    await goTo(page, '任务', '任务');
    await openRow(page, title);
    await page.getByText('请改选业务场景或补充说明').first().waitFor();
    await seenTwice(enterprise, 'task-06-why');
    await confirm(await openSheet(page, '提交审核'), '提交审核');
  });

  step('the reviewer publishes it', async () => {
    const reviewer = await as('task-reviewer');
    const { page } = reviewer;
    await goTo(page, '待办', '工作台');
    await page.locator('#main-content').getByRole('link', { name: title }).first().click();
    const sheet = await openSheet(page, '审核通过并发布');
    await judge(sheet);
    await confirm(sheet, '审核通过并发布');
    await seenTwice(reviewer, 'task-07-published');
  });
}

/** Somebody undertakes the task on his phone, hands over what he did, and the enterprise accepts it. */
export function workIsAccepted({ platform, as, seen, seenTwice, step }: Stage): void {
  step('the enterprise engages a worker who has worked for it', async () => {
    const worker = await as('worker', 'phone');
    const enterprise = await as('enterprise');
    const { page } = enterprise;
    await openAt(worker, platform().address, '/workers');
    const number = /W-[\d-]+/.exec(await worker.page.locator('#main-content').innerText())?.[0] ?? '';
    await goTo(page, '任务', '任务');
    await openRow(page, title);
    const sheet = await openSheet(page, '批量承揽');
    await sheet.getByLabel('灵工编号').fill(number);
    await seen(enterprise, 'work-01-engaging');
    await confirm(sheet, '承揽 1 人');
    await seenTwice(enterprise, 'work-02-engaged');
  });

  step('the worker hands over what he did, on his phone', async () => {
    const worker = await as('worker', 'phone');
    const { page } = worker;
    await openAt(worker, platform().address, '/engagements');
    await seen(worker, 'work-03-own-engagements');
    await page.locator('#main-content').getByRole('link').filter({ hasText: title }).first().click();
    await seen(worker, 'work-04-engagement');
    const sheet = await openSheet(page, '交付');
    await delivered(sheet);
    await seen(worker, 'work-05-delivering');
    await confirm(sheet, '交付');
    await page.getByText('待验收').first().waitFor();
    await seen(worker, 'work-06-delivered');
  });

  step('the enterprise accepts it by its criteria, and a certificate is there', async () => {
    const enterprise = await as('enterprise');
    const { page } = enterprise;
    await goTo(page, '待办', '工作台');
    await seenTwice(enterprise, 'work-07-waits-for-acceptance');
    await goTo(page, '任务', '承揽');
    await openRow(page, title, '待验收');
    const sheet = await openSheet(page, '验收通过');
    await judge(sheet);
    await seen(enterprise, 'work-08-accepting');
    await confirm(sheet, '验收通过');
    await page.getByText('已验收').first().waitFor();
    await seenTwice(enterprise, 'work-09-accepted');
  });
}

async function delivered(sheet: Locator): Promise<void> {
  await fillIn(sheet, { 完成日期: day(0), 完成数量: '3' });
}
