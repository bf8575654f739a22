import { apiBasePath, documentationPaths } from '@share-my-files/contract';
import type { DocumentedOperation, JsonSchema, OpenApiDocument } from '@share-my-files/contract/openapi';
import { type Html, html } from './html.ts';
import { renderFields, renderSchema, renderType } from './render-schema.ts';

type Route = { method: string; path: string; operation: DocumentedOperation };

const listRoutes = ({ paths }: OpenApiDocument): Route[] =>
  Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      method: method.toUpperCase(),
      path: apiBasePath + path,
      operation,
    })),
  );

const renderBody = (content: Record<string, { schema: JsonSchema }> | undefined): Html => {
  const schema = content?.['application/json']?.schema;
  return schema === undefined ? html`` : renderType(schema);
};

const renderResponse = (
  status: string,
  { description, content }: DocumentedOperation['responses'][string],
) => {
  const codes = [...description.matchAll(/`(\w+)`: ([^;]+)/g)].map(
    ([, code = '', title = '']) => html`<code>${code}</code> ${title}<br>`,
  );
  const text = codes.length > 0 ? html`${codes}` : html`${description} ${renderBody(content)}`;
  return html`<tr><th scope="row">${status}</th><td>${text}</td></tr>`;
};

const renderOperation = ({ method, path, operation }: Route): Html => {
  const {
    operationId,
    summary,
    description = '',
    security,
    parameters = [],
    requestBody,
    responses,
  } = operation;
  const access = security.length > 0 ? 'Needs an access token.' : 'Open to everyone.';
  return html`<section id="${operationId}">
<h3>${summary}</h3>
<p class="route"><b class="${method.toLowerCase()}">${method}</b> <code>${path}</code></p>
<p>${access} ${description}</p>
${parameters.length > 0 ? html`<h4>Parameters</h4>${renderFields(parameters)}` : ''}
${requestBody ? html`<h4>Request body</h4><p>${renderBody(requestBody.content)}</p>` : ''}
<details><summary>Responses</summary><div class="scroll"><table><tbody>
${Object.entries(responses).map(([status, response]) => renderResponse(status, response))}
</tbody></table></div></details>
</section>`;
};

const renderContents = (tags: readonly string[], routes: readonly Route[]): Html[] =>
  tags.map((tag) => {
    const links = routes
      .filter(({ operation }) => operation.tags.includes(tag))
      .map(({ operation }) => html`<li><a href="#${operation.operationId}">${operation.summary}</a></li>`);
    return html`<li><a href="#${tag}">${tag}</a><ul>${links}</ul></li>`;
  });

/** Renders an OpenAPI document as one HTML page, which needs no script. */
export const renderPage = (document: OpenApiDocument): string => {
  const routes = listRoutes(document);
  const tags = document.tags.map(({ name }) => name);
  const { title, version, description } = document.info;
  const sections = tags.map(
    (tag) => html`<h2 id="${tag}">${tag}</h2>
${routes.filter(({ operation }) => operation.tags.includes(tag)).map(renderOperation)}`,
  );
  const schemas = Object.entries(document.components.schemas).map(([name, schema]) =>
    renderSchema(name, schema),
  );
  return html`<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark"><title>${title}</title>
<link rel="stylesheet" href="${apiBasePath}${documentationPaths.style}"></head>
<body><header><h1>${title}</h1><p>Version ${version}. ${description}</p>
<p><a href="${apiBasePath}${documentationPaths.document}">OpenAPI document</a></p></header>
<nav aria-label="Contents"><ul>${renderContents(tags, routes)}<li><a href="#schemas">schemas</a></li></ul></nav>
<main>${sections}<h2 id="schemas">schemas</h2>${schemas}</main></body></html>`.markup;
};
