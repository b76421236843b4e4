import { demandStorable } from '@linggong/access';
import { problem, type Problem } from '@linggong/core/domain';
import { maxLines, uploadLine, type UploadLine } from '../../api';
import { JsonFormFault, jsonElements } from './json-elements';

/**
 * The lines of a JSON upload, one by one.
 * @throws Problem 400 `body-not-json`, `input-invalid` or `text-not-storable`, naming the field of the line
 */
export async function* jsonLines(bytes: AsyncIterable<Buffer>): AsyncGenerator<UploadLine> {
  let index = 0;
  try {
    for await (const element of jsonElements(decoded(bytes))) {
      if (index === maxLines) throw inputInvalid('lines');
      yield parsedLine(element, index);
      index += 1;
    }
  } catch (error) {
    throw error instanceof JsonFormFault ? formProblem(error) : error;
  }
  if (index === 0) throw inputInvalid('lines');
}

/** @throws Problem 400 `body-not-json` for what is no UTF-8 */
async function* decoded(bytes: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8', { fatal: true });
  const decode = (chunk?: Buffer): string => {
    try {
      return decoder.decode(chunk, { stream: chunk !== undefined });
    } catch {
      throw bodyNotJson();
    }
  };
  for await (const chunk of bytes) yield decode(chunk);
  yield decode();
}

function parsedLine(element: string, index: number): UploadLine {
  const at = `lines.${index}`;
  const value = parsedJson(element);
  demandStorable({ lines: { [index]: value } }, at);
  const parsed = uploadLine.safeParse(value);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const unknown = issue?.code === 'unrecognized_keys' ? issue.keys.slice(0, 1).map(shownName) : [];
  throw inputInvalid([at, ...(issue?.path ?? []).map(String), ...unknown].join('.'));
}

/** A caller may send a value as a key, so only what looks like a name is repeated. */
function shownName(key: string): string {
  return /^[A-Za-z_][\w-]{0,59}$/.test(key) ? key : '?';
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    // The parser's message quotes the input, so it goes no further.
    throw bodyNotJson();
  }
}

function formProblem({ kind, element }: JsonFormFault): Problem {
  if (kind === 'not-json') return bodyNotJson();
  return inputInvalid(kind === 'not-lines' ? 'lines' : `lines.${element}`);
}

function bodyNotJson(): Problem {
  return problem(400, 'body-not-json', { zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' });
}

function inputInvalid(field: string): Problem {
  return problem(
    400,
    'input-invalid',
    { zh: `字段 ${field} 不符合要求`, en: `Field ${field} is not as required` },
    { field, fix: { zh: '请对照接口文档', en: 'See the API document' } },
  );
}
