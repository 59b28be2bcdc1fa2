/** Asks the sandbox; throws an Error with the sandbox's own words. */
export async function ask(path, query = {}) {
  return answered(await reached(fetch(`/sandbox/${path}?${new URLSearchParams(query)}`)));
}

/** Does something in the sandbox; throws an Error with the sandbox's own words. */
export async function act(path, body) {
  const headers = { 'content-type': 'application/json' };
  return answered(await reached(fetch(`/sandbox/${path}`, { method: 'POST', headers, body: JSON.stringify(body) })));
}

export const fileUrl = (key) => `/sandbox/files/${encodeURIComponent(key)}`;

function reached(response) {
  return response.catch(() => {
    throw new Error('连不上沙盒，请看看程序是否还在运行');
  });
}

async function answered(response) {
  const text = await response.text();
  let body = {};
  try {
    body = JSON.parse(text);
  } catch {
    throw new Error(text || `HTTP ${response.status}`);
  }
  if (!response.ok) throw new Error(body.error ?? `HTTP ${response.status}`);
  return body;
}
