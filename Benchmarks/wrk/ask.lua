-- wrk … -s ask.lua URL -- answers|/PATH TOKENS [ICCIDS]
-- Every request has the next of the tokens, so that no account comes oftener than it may, and asks about the next card.
local function lines(path)
  local found = {}
  for line in io.lines(path) do found[#found + 1] = line end
  return found
end

function init(arguments)
  local headers = {}
  tokens = lines(arguments[2])
  asked = {}
  for place, token in ipairs(tokens) do
    headers[place] = { Authorization = "Bearer " .. token, ["Content-Type"] = "application/json" }
  end
  if arguments[1] ~= "answers" then
    for place = 1, #tokens do asked[place] = wrk.format("GET", arguments[1], headers[place]) end
  else
    for place, iccid in ipairs(lines(arguments[3])) do
      asked[place] = wrk.format("POST", "/v1/answers", headers[place % #tokens + 1], '{"iccid":"' .. iccid .. '"}')
    end
  end
  place = 0
end

function request()
  place = place % #asked + 1
  return asked[place]
end

function done(summary, latency)
  local errors = summary.errors
  print(string.format(
    'JSON {"requests": %d, "seconds": %.6f, "bytes": %d, "refused": %d, "broken": %d, "p50_ms": %.3f, "p99_ms": %.3f}',
    summary.requests, summary.duration / 1e6, summary.bytes, errors.status, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
