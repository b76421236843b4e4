import { companyCode } from '../../database/src/demo/synthetic/numbers';
import { goTo, sheetNamed } from './moves';
import { choose, confirm, fillIn, judge, openSheet } from './role-moves';
import type { Stage } from './roles-stage';

/** A company that nobody of the demo is, which expects so much a month that its place is visited. */
export const applicant = { name: '梅溪湖文旅服务有限公司', uscc: companyCode('430104', 520_013) };
const whiteDot = 'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mP8/5+hHgAHggJ/PchI7wAAAABJRU5ErkJggg==';

/** An operator takes in an enterprise; the reviewer sends it back with what does not hold. */
export function enterpriseIsSentBack({ as, seen, seenTwice, step }: Stage): void {
  step('an operator writes down an application and submits it', async () => {
    const operator = await as('operator');
    const { page } = operator;
    await goTo(page, '企业');
    await page.getByRole('link', { name: '新建企业' }).first().click();
    await fillIn(page, {
      企业名称: applicant.name,
      统一社会信用代码: applicant.uscc,
      法定代表人: '陈立',
      注册地址: '湖南省长沙市岳麓区梅溪湖路1号',
      行业: '居民服务',
      经营范围: '景区讲解、活动执行相关服务',
      联系人: '王芳',
      联系电话: '18807310099',
      对公开户行: '中国建设银行长沙五一支行',
      联行号: '105100000017',
      对公账号: '43001501065000009999',
      预计月发放金额: '3000000.00',
    });
    await choose(page, '城建税税率', '7%（市区）');
    await seen(operator, 'admission-01-application');
    await page.getByRole('button', { name: '保存草稿' }).click();
    await page.getByRole('heading', { name: applicant.name }).waitFor();
    await confirm(await openSheet(page, '提交审核'), '提交审核');
    await seenTwice(operator, 'admission-02-submitted');
  });

  step('a merchant reviewer finds it in the queue and sends it back with a criterion and the reason', async () => {
    const reviewer = await as('merchant-reviewer');
    const { page } = reviewer;
    await seenTwice(reviewer, 'admission-03-reviewer-dashboard');
    await page.locator('#main-content').getByRole('link', { name: applicant.name }).first().click();
    await page.getByText('现场核查通过后才能通过审核').waitFor();
    await seen(reviewer, 'admission-04-application-read');
    const sheet = await openSheet(page, '退回');
    await judge(sheet, { 'A-04': '业务说明没有写明怎样按成果验收' });
    await sheet.getByLabel('理由').fill('请补充业务说明后再次提交');
    await seen(reviewer, 'admission-05-sending-back');
    await confirm(sheet, '退回');
    await seenTwice(reviewer, 'admission-06-sent-back');
  });
}

/** The reviewer visits the place and lets the enterprise in. */
export function enterpriseIsAdmitted({ as, seen, seenTwice, step }: Stage): void {
  step('the reviewer goes there and notes what he sees', async () => {
    const reviewer = await as('merchant-reviewer');
    const { page } = reviewer;
    await goTo(page, '待办', '工作台');
    await page.locator('#main-content').getByRole('link', { name: applicant.name }).first().click();
    await confirm(await openSheet(page, '记录现场核查'), '记录现场核查');
    const visit = page.locator('section', { hasText: '现场核查' }).last();
    await visit.getByRole('radiogroup').first().waitFor();
    for (const item of await visit.getByRole('radiogroup').all()) await item.getByRole('radio').first().click();
    for (const photo of await visit.getByRole('button', { name: /^拍照或上传/ }).all()) {
      await photo.click();
      const sheet = sheetNamed(page, /^拍照或上传/);
      await sheet.locator('input[type="file"]').setInputFiles({
        name: 'PLACE.png',
        mimeType: 'image/png',
        buffer: Buffer.from(whiteDot, 'base64'),
      });
      await confirm(sheet, '上传');
    }
    await seen(reviewer, 'admission-09-visit');
    await confirm(await openSheet(page, '完成核查'), '完成核查');
  });

  step('and approves it by all criteria', async () => {
    const reviewer = await as('merchant-reviewer');
    const { page } = reviewer;
    const sheet = await openSheet(page, '审核通过');
    await judge(sheet);
    await seen(reviewer, 'admission-10-approving');
    await confirm(sheet, '审核通过');
    // Decided out of what waits, the list goes on and says above the next what became of this one; on its own page its state says it.
    const said = page.getByRole('status').filter({ hasText: applicant.name });
    await said
      .or(page.locator('header').getByText('待签约', { exact: true }))
      .first()
      .waitFor();
    await seenTwice(reviewer, 'admission-11-approved');
  });
}
