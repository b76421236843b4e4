import { notFound, problem, type Problem } from '@linggong/core/domain';
import { EXPORT_ROWS_MAX } from '../../api/list-export';

const rowsText = EXPORT_ROWS_MAX.toLocaleString('en');

/** 404: no list of this name, or none whose rows this role takes away. */
export const noSuchList = (): Problem => notFound({ zh: '列表', en: 'list' });

export const noSuchExport = (): Problem => notFound({ zh: '导出文件', en: 'export' });

/** 422: more rows than leave in one file. */
export function exportTooLarge(): Problem {
  return problem(
    422,
    'export-too-large',
    { zh: `一次最多导出 ${rowsText} 行`, en: `One file holds at most ${rowsText} rows` },
    { fix: { zh: '请缩小筛选范围，分几次导出', en: 'Narrow the filter and take the list in parts' } },
  );
}

/** 409: somebody has this many files of his in the making. */
export function exportsWaiting(count: number): Problem {
  return problem(
    409,
    'exports-waiting',
    { zh: `已有 ${count} 个导出正在生成`, en: `${count} exports are being made already` },
    { fix: { zh: '请等其中一个完成后再导出', en: 'Wait until one of them is ready' } },
  );
}

/** 400: a column that the list does not have, or that this role does not see. */
export function noSuchColumn(source: string): Problem {
  return problem(
    400,
    'export-column-unknown',
    { zh: `列表没有可导出的字段 ${source}`, en: `the list has no field ${source} to export` },
    { field: 'exportColumns' },
  );
}

/** 409: asked for and not made yet. */
export function exportNotReady(): Problem {
  return problem(
    409,
    'export-not-ready',
    { zh: '文件尚未生成', en: 'The file is not ready yet' },
    { fix: { zh: '请在任务页查看进度', en: 'Its job shows how far it is' } },
  );
}

/** 403: who asked has another role by now, or is shut out. */
export function exportNotAllowed(): Problem {
  return problem(403, 'not-allowed', {
    zh: '账号已无权导出该列表',
    en: 'The account may not export this list any more',
  });
}
