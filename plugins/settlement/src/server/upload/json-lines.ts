import { demandStorable, fieldFaults, InputProblem } from '@linggong/access';
import { problem, type Problem, type Text2 } from '@linggong/core/domain';
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
      if (index === maxLines) throw inputInvalid('lines', linesText);
      yield parsedLine(element, index);
      index += 1;
    }
  } catch (error) {
    throw error instanceof JsonFormFault ? formProblem(error) : error;
  }
  if (index === 0) throw inputInvalid('lines', linesText);
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
  const parsed = uploadLine.safeParse(value, { reportInput: true });
  if (parsed.success) return parsed.data;
  const faults = fieldFaults(parsed.error.issues, '');
  throw new InputProblem(faults.map((fault) => ({ ...fault, field: [at, fault.field].filter(Boolean).join('.') })));
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
  return kind === 'not-lines' ? inputInvalid('lines', linesText) : inputInvalid(`lines.${element}`, longText);
}

function bodyNotJson(): Problem {
  return problem(400, 'body-not-json', { zh: '请求内容不是有效的 JSON', en: 'The request body is not valid JSON' });
}

const linesText = { zh: `应为 1 至 ${maxLines} 项的列表`, en: `must be a list of 1 to ${maxLines} items` };
const longText = { zh: '内容过长', en: 'is too long' };

const inputInvalid = (field: string, text: Text2): Problem => new InputProblem([{ field, code: 'invalid', text }]);
