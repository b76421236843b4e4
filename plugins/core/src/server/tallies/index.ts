export { checkTallies, foldTallies, rebuildTallies, type TallyCheck } from './keep-tallies';
export { tallySum, tallySums, type TallyKey, type TallySum, type TallyWish } from './tally-sums';
