import { identifierFault, passwordFault } from './index';

describe('passwordFault', () => {
  const policy = { passwordLengthMin: 12, passwordLengthMax: 128, passwordClassesMin: 3 };

  it.each([
    ['Correct-horse-7', undefined],
    ['Short-1', 'too-short'],
    ['alllowercaseletters', 'too-few-classes'],
    ['A1-'.repeat(60), 'too-long'],
    ['Operator-1-abc', 'holds-identifier'],
    ['灵工平台的密码ABCdef9', undefined],
  ])('%s: %s', (password, fault) => {
    expect(passwordFault(password, 'operator-1', policy)).toBe(fault);
  });
});

describe('identifierFault', () => {
  it.each([
    ['operator-1', undefined],
    ['长沙某某科技', undefined],
    ['ab', 'format'],
    ['has blank', 'format'],
    ['<script>', 'format'],
    ['13800000001', 'personal'],
    ['+8613800000001', 'personal'],
    ['11010519491231002X', 'personal'],
    ['6222028872946788639', 'personal'],
    ['zhang@x.cn', 'personal'],
  ])('%s: %s', (identifier, fault) => {
    expect(identifierFault(identifier)).toBe(fault);
  });
});
