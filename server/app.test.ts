import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { endpoints } from '../contract/endpoints.ts';
import { documentOf } from './platform/http/document.ts';
import { testApp, type TestApp } from './testing/app.ts';

interface Operation {
  readonly operationId: string;
  readonly 'x-permission'?: string;
  readonly responses: Record<string, unknown>;
}

type Document = { openapi: string; paths: Record<string, Record<string, Operation>> };

const operationsOf = (document: Document): Operation[] => Object.values(document.paths).flatMap((path) => Object.values(path));

describe('the application’s own document', () => {
  let test: TestApp;
  let served: Document;
  beforeAll(async () => {
    test = await testApp();
    served = (await test.app.http.inject('/api/v1/openapi.json')).json();
  });
  afterAll(() => test.drop());

  it('is OpenAPI 3.1 and describes every endpoint of the contract, once', () => {
    expect(served.openapi).toMatch(/^3\.1\./);
    expect(operationsOf(served).map((one) => one.operationId).sort()).toEqual(endpoints.map((one) => one.id).sort());
  });

  it('names the permission of every operation and how it is refused', () => {
    for (const operation of operationsOf(served)) {
      expect(operation['x-permission'], operation.operationId).toMatch(/^[a-z_]+\.[a-z_]+$/);
      expect(Object.keys(operation.responses), operation.operationId).toContain('4XX');
    }
  });

  it('says the same as the document that the client is generated from, permissions aside', async () => {
    const withoutPermissions = (document: object): unknown => JSON.parse(JSON.stringify(document, (key, value: unknown) => (key === 'x-permission' ? undefined : value)));
    const sorted = (document: unknown): unknown => Object.fromEntries(Object.entries((document as Document).paths).sort(([a], [b]) => (a < b ? -1 : 1)));
    expect(sorted(withoutPermissions(served))).toEqual(sorted(withoutPermissions(await documentOf(endpoints))));
  });

  it('is live and ready while the database answers', async () => {
    expect((await test.app.http.inject('/health/live')).statusCode).toBe(200);
    expect((await test.app.http.inject('/health/ready')).json()).toEqual({ ready: true });
  });
});
