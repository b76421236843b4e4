import { panelAddress } from './panel-routes';
import { readPanelInput } from './panel-input';

describe('panelAddress', () => {
  it.each([
    ['GET', '/admin'],
    ['GET', '/admin/'],
    ['HEAD', '/admin/content-manager/collection-types/api::guide.guide'],
    ['GET', '/admin/settings/media-library'],
  ])('%s %s is a page', (method, path) => {
    expect(panelAddress(method, path)).toEqual({ kind: 'page' });
  });

  it('knows files of the panel', () => {
    expect(panelAddress('GET', '/admin/strapi-eg0nC7Y1.js')).toEqual({ kind: 'file' });
    expect(panelAddress('GET', '/admin/../secret.js')).toBeUndefined();
  });

  it('takes the content type out of the path, whatever it looks like', () => {
    const types = (path: string) => panelAddress('GET', path);
    expect(types('/content-manager/collection-types/api::guide.guide/abc')).toEqual({
      kind: 'api',
      types: ['api::guide.guide'],
    });
    expect(types('/content-manager/relations/API::worker.worker/x')).toEqual({
      kind: 'api',
      types: ['API::worker.worker'],
    });
    expect(types('/content-manager/init')).toEqual({ kind: 'api', types: [] });
  });

  it.each([
    ['POST', '/admin/register-admin'],
    ['GET', '/admin/users'],
    ['GET', '/admin/plugins'],
    ['GET', '/ADMIN/init'],
    ['GET', '/admin/init/'],
    ['GET', '/content-manager/collection-types/api%3A%3Aguide.guide'],
    ['PATCH', '/upload/folders'],
    ['GET', '/upload/files/99999999999'],
    ['GET', '/api/workers'],
  ])('%s %s is closed', (method, path) => {
    expect(panelAddress(method, path)).toBeUndefined();
  });
});

describe('readPanelInput', () => {
  it.each([
    ['a number beyond int4', { name: 'x', parent: 99_999_999_999 }, 'parent'],
    ['a word in place of a row number', { filters: { id: { $eq: 'abc' } } }, 'id'],
    ['one in a list', { filters: { $and: { 0: { folder: { id: { $in: ['1', '99999999999'] } } } } } }, 'id'],
    ['a relation by word', { connect: [{ id: 'abc' }] }, 'id'],
    ['one in a filter of what is populated', { populate: { files: { filters: { id: 'abc' } } } }, 'id'],
    ['a NUL', { name: 'a\u0000' }, 'name'],
  ])('finds %s', (_name, input, field) => {
    expect(readPanelInput(input).fault).toBe(field);
  });

  it('lets through what the panel sends', () => {
    const query = { filters: { folder: { id: { $null: 'true' } }, name: { $contains: 'abc' } }, sort: 'id:ASC' };
    expect(readPanelInput({ ...query, populate: { folder: { fields: ['id'] } }, page: '1' }).fault).toBeUndefined();
    expect(readPanelInput({ populate: { parent: 'true', folder: { populate: ['id'] } } }).fault).toBeUndefined();
    expect(readPanelInput({ fileIds: [1], folderIds: [], destinationFolderId: null }).fault).toBeUndefined();
    expect(readPanelInput({ deviceId: '6f1d…' }).fault).toBeUndefined();
  });

  it('is not led into the depths', () => {
    let deep: object = { id: 1 };
    for (let level = 0; level < 100; level += 1) deep = { a: deep };
    expect(readPanelInput(deep).fault).toBe('a');
  });

  it('names the content types that are named', () => {
    expect(readPanelInput({ contentTypeUID: 'api::worker.worker', list: ['admin::user'] }).types).toEqual([
      'api::worker.worker',
      'admin::user',
    ]);
  });
});
