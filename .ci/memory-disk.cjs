'use strict';

const { statfsSync } = require('node:fs');
const os = require('node:os');

/** Where Linux keeps files in memory. */
const place = '/dev/shm';
/** What a whole run needs at once, with as much again for its processes. A container's usual 64 MB are left alone. */
const roomBytes = 8 * 2 ** 30;

/**
 * The folder for temporary files of a test run that has the memory for it; undefined elsewhere. Every database is a clone of thousands of
 * small files, and every platform of the journeys syncs its log: on a disk that took more than most of the tests.
 */
exports.memoryDisk = () => {
  try {
    const { bavail, bsize } = statfsSync(place);
    return Math.min(bavail * bsize, os.freemem()) < roomBytes ? undefined : place;
  } catch {
    return undefined;
  }
};
