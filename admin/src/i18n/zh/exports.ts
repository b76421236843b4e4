/** Words of the files of lists. */
export const exports = {
  exports: {
    title: '导出%{name}',
    lead: '按当前筛选、排序和所选列导出，内容与屏幕一致（已脱敏）。',
    leadLong: '行数较多，将在后台生成文件。按当前筛选、排序和所选列导出，内容与屏幕一致（已脱敏）。',
    rows: '行数',
    columns: '列数',
    format: '文件格式',
    formats: { xlsx: 'Excel（.xlsx）', csv: 'CSV（.csv）' },
    recorded: '导出会记入操作记录：谁、何时、哪个列表、多少行。',
    handedOver: '文件已交给浏览器保存。',
    own: '最近七天的导出',
    ready: '共 %{count} 行，保留至 %{until}',
    failed: '生成失败，请重新导出',
    canLeave: '可以离开本页，文件会继续生成；回到这里即可取用。',
    take: '下载',
  },
};
