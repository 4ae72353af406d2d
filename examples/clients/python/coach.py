#!/usr/bin/env python3
"""Coaches a session to its end, follows its package, and reads the event stream in two goes.

Python 3.9 or newer, its standard library alone.
"""

import base64
import json
import os
import sys
import time
import uuid
from http.client import HTTPException
from pathlib import Path
from urllib.error import HTTPError, URLError
from urllib.parse import urlencode
from urllib.request import Request, urlopen

URL = os.environ.get("COACHFLOW_URL", "http://localhost:8000")
TOKEN_URL = os.environ.get("COACHFLOW_TOKEN_URL", URL + "/oauth2/token")
CLIENT = os.environ.get("COACHFLOW_CLIENT", "demo")
SECRET = os.environ.get("COACHFLOW_SECRET", "demo-secret")
FEED_CLIENT = os.environ.get("COACHFLOW_FEED_CLIENT", "consumer")
FEED_SECRET = os.environ.get("COACHFLOW_FEED_SECRET", "consumer-secret")
CURSOR_FILE = Path(os.environ.get("COACHFLOW_CURSOR_FILE", "feed.cursor"))

ATTEMPTS = 5
PATIENCE = 60

ANSWERS = [
    "In 2031 we run 3 restaurants in Dakar, Thiès and Saint-Louis that serve 40,000 guests a year without waste.",
    "Every day we cook healthy Senegalese lunches for 300 office workers, because honest food gives strength.",
    "Employees of 25 to 40 in the banks of Dakar-Plateau who spend 3,000 francs on lunch, four days a week.",
    "Unlike the nine places nearby we buy from 12 local farmers and serve in 8 minutes.",
    "A daily menu at 2,500 francs, a monthly card at 45,000 francs and delivery in 30 minutes by phone.",
]


class Failure(Exception):
    """What the service said, or what is not as it should be."""


def check(holds, otherwise):
    if not holds:
        raise Failure(otherwise)


def opened(request):
    """Sends a request, again where no answer came or where the service asks to come back; gives the open response."""
    for attempt in range(1, ATTEMPTS + 1):
        try:
            return urlopen(request, timeout=PATIENCE)
        except HTTPError as refusal:
            if refusal.code not in (429, 503) or attempt == ATTEMPTS:
                raise Failure(f"{request.full_url}: {refusal.code} {refusal.read().decode()}") from refusal
            time.sleep(int(refusal.headers.get("Retry-After", attempt)))
        except (URLError, HTTPException, OSError) as failure:
            if attempt == ATTEMPTS:
                raise Failure(f"{request.full_url}: {failure}") from failure
            time.sleep(attempt)
    raise AssertionError("unreachable")


def token_of(client, secret, scope):
    credentials = base64.b64encode(f"{client}:{secret}".encode()).decode()
    form = urlencode({"grant_type": "client_credentials", "scope": scope}).encode()
    with opened(Request(TOKEN_URL, form, {"Authorization": "Basic " + credentials})) as response:
        return json.load(response)["access_token"]


def get(token, path, headers=None):
    return opened(Request(URL + path, headers={"Authorization": "Bearer " + token, **(headers or {})}))


def post(token, path, body, key):
    """Gives the answer, and whether it is one that was given before."""
    headers = {"Authorization": "Bearer " + token, "Content-Type": "application/json", "Idempotency-Key": key}
    with opened(Request(URL + path, json.dumps(body).encode(), headers)) as response:
        return json.load(response), response.headers.get("Idempotency-Replayed") == "true"


def coach(token):
    """Runs a session. Every call has a key of its own, so that whoever is in doubt may send it again."""
    started, _ = post(
        token,
        "/api/v1/coaching/start",
        {"business_name": "Teranga Table", "sector": "restaurant", "city": "Dakar"},
        str(uuid.uuid4()),
    )
    session = started["session_id"]
    for answer in ANSWERS:
        key = str(uuid.uuid4())
        step = {"session_id": session, "user_response": answer}
        first, _ = post(token, "/api/v1/coaching/step", step, key)
        # As if the first answer had been lost on its way: the same again, and nothing happens twice
        again, replayed = post(token, "/api/v1/coaching/step", step, key)
        check(replayed and again == first, f"A step that was sent again was not answered as at first: {again}")
    completed, _ = post(token, "/api/v1/coaching/complete", {"session_id": session}, str(uuid.uuid4()))
    check(completed["status"] == "completed", f"Not completed: {completed}")
    with get(token, f"/api/v1/coaching/session/{session}") as response:
        told = json.load(response)
    check(list(told["answers"].values()) == ANSWERS, f"Not the answers that were sent: {told['answers']}")
    print(f"session {session}: {told['status']}, {len(ANSWERS)} steps sent twice and counted once")
    return session


def server_sent_events(response):
    """Yields (id, name, data) of each event, as the HTML standard reads a stream."""
    last_id, name, data = "", "message", []
    for line in response:
        field, _, value = line.decode().rstrip("\r\n").partition(":")
        value = value[1:] if value.startswith(" ") else value
        if field == "id":
            last_id = value
        elif field == "event":
            name = value
        elif field == "data":
            data.append(value)
        elif field == "" and value == "":
            if data:
                yield last_id, name, "\n".join(data)
            name, data = "message", []


def follow(session, token):
    """Follows the package, goes away after its first news, and comes back behind what it has heard."""
    ids, business_package, connections = [], None, 0
    deadline = time.monotonic() + PATIENCE
    while business_package is None:
        check(time.monotonic() < deadline, "The package is not told in time")
        headers = {"Accept": "text/event-stream"}
        if ids:
            headers["Last-Event-ID"] = ids[-1]
        connections += 1
        try:
            with get(token, f"/api/v1/coaching/session/{session}/package/stream", headers) as response:
                for event_id, name, data in server_sent_events(response):
                    ids.append(event_id)
                    if name == "package":
                        business_package = json.loads(data)
                    if connections == 1 or business_package is not None:
                        break
        except (HTTPException, OSError):
            time.sleep(1)  # the connection broke: the next one goes on behind the last id
    numbers = [int(event_id) for event_id in ids]
    check(numbers == sorted(set(numbers)), f"Told twice, or out of order: {ids}")
    check(business_package["status"] == "complete", f"Not complete: {business_package['status']}")
    print(f"package: {business_package['status']}, {len(ids)} events over {connections} connections")


def read(session, token, limit, until=None):
    """Reads from the stored cursor on until the last event has the type, or one came; stores how far it came."""
    types = []
    deadline = time.monotonic() + PATIENCE
    while not types or (until and types[-1] != until):
        check(time.monotonic() < deadline, f"No {until} in time")
        query = {"limit": limit, "wait": 5, "session_id": session}
        if CURSOR_FILE.exists():
            query["after"] = CURSOR_FILE.read_text()
        with get(token, "/api/v1/events?" + urlencode(query)) as response:
            types.extend(event["type"] for event in json.load(response))
            # Handled first, stored then: whoever stops in between sees an event twice, but never misses one
            CURSOR_FILE.write_text(response.headers["Next-Cursor"])
    return types


def resume(session, token):
    """Reads the session's first events, stops, and goes on from the stored cursor."""
    before = read(session, token, 3)
    after = read(session, token, 100, "io.coachflow.package.completed.v1")
    types = before + after
    check(types[0] == "io.coachflow.session.started.v1", f"Begins in the middle: {types}")
    check(types.count("io.coachflow.session.step-answered.v1") == len(ANSWERS), f"Not all steps: {types}")
    check(types.count("io.coachflow.package.agent-succeeded.v1") == 5, f"Not all agents: {types}")
    print(f"feed: {len(before)} events, then {len(after)} more behind the stored cursor")


def main():
    token = token_of(CLIENT, SECRET, "coaching")
    session = coach(token)
    follow(session, token)
    resume(session, token_of(FEED_CLIENT, FEED_SECRET, "coaching:events"))


if __name__ == "__main__":
    try:
        main()
    except Failure as failure:
        sys.exit(str(failure))
