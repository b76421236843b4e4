import { blockOf, isInBlock, movedTo, origin, placeAfter } from './selection';

const size = { rows: 20, cols: 5 };

it.each([
  ['ArrowUp', false, { row: 0, col: 2 }],
  ['ArrowDown', true, { row: 19, col: 2 }],
  ['ArrowLeft', true, { row: 1, col: 0 }],
  ['PageDown', false, { row: 13, col: 2 }],
  ['End', false, { row: 1, col: 4 }],
  ['Home', true, { row: 0, col: 0 }],
  ['x', false, undefined],
])('%s (control %s) leads to %j', (key, isCtrl, place) => {
  expect(placeAfter(key, { row: 1, col: 2 }, size, isCtrl)).toEqual(place);
});

it('never leaves the grid, not even an empty one', () => {
  expect(placeAfter('ArrowDown', { row: 19, col: 4 }, size, false)).toEqual({ row: 19, col: 4 });
  expect(placeAfter('ArrowRight', { row: 0, col: 0 }, { rows: 1, cols: 0 }, false)).toEqual({ row: 0, col: 0 });
});

it('grows a block from where it began, in any direction', () => {
  const from = movedTo(origin, { row: 4, col: 3 }, false);
  const block = blockOf(movedTo(from, { row: 2, col: 4 }, true));
  expect(block).toEqual({ top: 2, bottom: 4, left: 3, right: 4 });
  expect([isInBlock(block, 3, 3), isInBlock(block, 5, 3), isInBlock(block, 3, 2)]).toEqual([true, false, false]);
});
