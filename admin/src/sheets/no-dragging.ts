/** Media query of screens that are touched: nothing can be dragged there from elsewhere. */
export const noDragging = '(pointer: coarse)';
