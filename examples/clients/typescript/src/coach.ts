// Coaches a session to its end, follows its package, and reads the event stream in two goes.
// The types come from the OpenAPI document: what it does not know does not compile.
import assert from "node:assert/strict";
import { randomUUID } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { EventSource } from "eventsource";
import createClient from "openapi-fetch";
import type { components, paths } from "./coachflow.js";

type Package = components["schemas"]["PackageResponse"];

const {
  COACHFLOW_URL = "http://localhost:8000",
  COACHFLOW_TOKEN_URL = `${COACHFLOW_URL}/oauth2/token`,
  COACHFLOW_CLIENT = "demo",
  COACHFLOW_SECRET = "demo-secret",
  COACHFLOW_FEED_CLIENT = "consumer",
  COACHFLOW_FEED_SECRET = "consumer-secret",
  COACHFLOW_CURSOR_FILE = "feed.cursor",
} = process.env;

const ATTEMPTS = 5;
const PATIENCE = 60_000;

const ANSWERS = [
  "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year without waste.",
  "Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength.",
  "Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week.",
  "Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes.",
  "A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone.",
];

async function tokenOf(client: string, secret: string, scope: string): Promise<string> {
  const response = await fetch(COACHFLOW_TOKEN_URL, {
    method: "POST",
    headers: { Authorization: `Basic ${Buffer.from(`${client}:${secret}`).toString("base64")}` },
    body: new URLSearchParams({ grant_type: "client_credentials", scope }),
  });
  assert.ok(response.ok, `No token for ${client}: ${response.status} ${await response.clone().text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}

/** Sends a request again where no answer came, or where the service asks to come back. */
async function patiently(request: Request): Promise<Response> {
  for (let attempt = 1; ; attempt++) {
    try {
      const response = await fetch(request.clone());
      if (![429, 503].includes(response.status) || attempt === ATTEMPTS) return response;
      await sleep(1000 * Number(response.headers.get("Retry-After") ?? attempt));
    } catch (failure) {
      if (attempt === ATTEMPTS) throw failure;
      await sleep(1000 * attempt);
    }
  }
}

function clientWith(token: string) {
  return createClient<paths>({
    baseUrl: COACHFLOW_URL,
    headers: { Authorization: `Bearer ${token}` },
    fetch: patiently,
  });
}

/** The data of an answer, or an error that says what the service said. */
function told<T>(answer: { data?: T; error?: unknown; response: Response }): T {
  if (answer.data === undefined) {
    throw new Error(`${answer.response.url}: ${answer.response.status} ${JSON.stringify(answer.error)}`);
  }
  return answer.data;
}

/** Runs a session. Every call has a key of its own, so that whoever is in doubt may send it again. */
async function coach(token: string): Promise<string> {
  const api = clientWith(token);
  const started = told(
    await api.POST("/api/v1/coaching/start", {
      params: { header: { "Idempotency-Key": randomUUID() } },
      body: { business_name: "Teranga Table", sector: "restaurant", city: "Dakar" },
    }),
  );
  let replayed = 0;
  for (const answer of ANSWERS) {
    const step = {
      params: { header: { "Idempotency-Key": randomUUID() } },
      body: { session_id: started.session_id, user_response: answer },
    };
    const first = told(await api.POST("/api/v1/coaching/step", step));
    // As if the first answer had been lost on its way: the same again, and nothing happens twice
    const again = await api.POST("/api/v1/coaching/step", step);
    assert.deepEqual(told(again), first);
    assert.equal(again.response.headers.get("Idempotency-Replayed"), "true");
    replayed++;
  }
  const completed = told(
    await api.POST("/api/v1/coaching/complete", {
      params: { header: { "Idempotency-Key": randomUUID() } },
      body: { session_id: started.session_id },
    }),
  );
  assert.equal(completed.status, "completed");
  const session = told(
    await api.GET("/api/v1/coaching/session/{session_id}", {
      params: { path: { session_id: started.session_id } },
    }),
  );
  assert.equal(Object.keys(session.answers).length, ANSWERS.length);
  console.log(`session ${started.session_id}: ${session.status}, ${replayed} steps sent twice and counted once`);
  return started.session_id;
}

/** Listens until an event was told for which enough() holds; gives the ids, and the package where it came. */
function listen(session: string, token: string, after: string, enough: (name: string) => boolean) {
  return new Promise<{ ids: string[]; businessPackage?: Package }>((resolve, reject) => {
    const source = new EventSource(`${COACHFLOW_URL}/api/v1/coaching/session/${session}/package/stream`, {
      // Where a connection breaks, the library comes back with its own Last-Event-ID: that one is newer
      fetch: (url, init) =>
        fetch(url, {
          ...init,
          headers: {
            ...(after && { "Last-Event-ID": after }),
            ...init.headers,
            Authorization: `Bearer ${token}`,
          },
        }),
    });
    const ids: string[] = [];
    const late = setTimeout(() => end(() => reject(new Error("The package is not told in time"))), PATIENCE);
    const end = (how: () => void) => {
      clearTimeout(late);
      source.close(); // else it would ask again after the stream's end
      how();
    };
    const hear = (event: MessageEvent<string>) => {
      ids.push(event.lastEventId);
      if (enough(event.type)) {
        const businessPackage = event.type === "package" ? (JSON.parse(event.data) as Package) : undefined;
        end(() => resolve({ ids, businessPackage }));
      }
    };
    source.addEventListener("agent", hear);
    source.addEventListener("package", hear);
    source.addEventListener("error", (event) => {
      if (source.readyState === EventSource.CLOSED) {
        end(() => reject(new Error(`The stream is refused: ${event.code} ${event.message}`)));
      }
    });
  });
}

/** Follows the package, goes away after its first news, and comes back behind what it has heard. */
async function follow(session: string, token: string): Promise<void> {
  const before = await listen(session, token, "", () => true);
  const after = await listen(session, token, before.ids.at(-1)!, (name) => name === "package");
  const ids = [...before.ids, ...after.ids].map(Number);
  assert.deepEqual(ids, [...new Set(ids)].sort((a, b) => a - b), "nothing twice, all in order");
  assert.equal(after.businessPackage?.status, "complete");
  console.log(`package: ${after.businessPackage.status}, ${ids.length} events over 2 connections`);
}

/** Reads from the stored cursor on until an event has the type, or no event is left; stores how far it came. */
async function read(session: string, token: string, limit: number, until?: string): Promise<string[]> {
  const api = clientWith(token);
  const types: string[] = [];
  const deadline = Date.now() + PATIENCE;
  do {
    assert.ok(Date.now() < deadline, `No ${until} in time`);
    const after = await readFile(COACHFLOW_CURSOR_FILE, "utf8").catch(() => undefined);
    const answer = await api.GET("/api/v1/events", {
      params: { query: { after, limit, wait: 5, session_id: session } },
      headers: { Accept: "application/cloudevents-batch+json" },
    });
    const events = told(answer);
    assert.ok(Array.isArray(events));
    types.push(...events.map((event) => event.type));
    // Handled first, stored then: whoever stops in between sees an event twice, but never misses one
    await writeFile(COACHFLOW_CURSOR_FILE, answer.response.headers.get("Next-Cursor")!);
  } while (types.length === 0 || (until && types.at(-1) !== until));
  return types;
}

/** Reads the session's first events, stops, and goes on from the stored cursor. */
async function resume(session: string, token: string): Promise<void> {
  const before = await read(session, token, 3);
  const after = await read(session, token, 100, "io.coachflow.package.completed.v1");
  const types = [...before, ...after];
  assert.equal(types[0], "io.coachflow.session.started.v1");
  assert.equal(types.filter((type) => type === "io.coachflow.session.step-answered.v1").length, ANSWERS.length);
  assert.equal(types.filter((type) => type === "io.coachflow.package.agent-succeeded.v1").length, 5);
  console.log(`feed: ${before.length} events, then ${after.length} more behind the stored cursor`);
}

const coaching = await tokenOf(COACHFLOW_CLIENT, COACHFLOW_SECRET, "coaching");
const session = await coach(coaching);
await follow(session, coaching);
await resume(session, await tokenOf(COACHFLOW_FEED_CLIENT, COACHFLOW_FEED_SECRET, "coaching:events"));
