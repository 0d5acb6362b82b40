-- wrk -tN -cN … -s persons.lua URL -- NOTICE PERSONS
-- Each of the N clients is one person after the other at the entrance of a card: comes in by its link, consents to the notices of version NOTICE,
-- says who he is, hands in, each acknowledged before the next. PERSONS-0, PERSONS-1 … are the clients' persons, one a line, written beforehand.
local clients = {}

function setup(thread)
  thread:set("number", #clients)
  clients[#clients + 1] = thread
end

local consent = '{"noticeVersion":"%s","answers":{"privacy":true,"sensitive-data":true,"face":true},"holderIsUnder14":false}'
local draft = '{"holder":{"name":"%s","documentType":"resident-id","documentNumber":"%s","address":"北京市朝阳区青禾里三号院","contact":"%s",' ..
  '"validFrom":"2016-01-01","validUntil":"2036-01-01"},"noticeAccepted":true}'

function init(arguments)
  said = consent:format(arguments[1])
  persons = {}
  for line in io.lines(arguments[2] .. "-" .. number) do persons[#persons + 1] = line end
  place, stage, registered, refused, complaint = 1, "open", 0, 0, ""
  -- Keys differ from those of every other run.
  run = arguments[2]:gsub("[^%w]", "") .. os.time() .. "-" .. number .. "-"
end

local function fields(line)
  local found = {}
  for field in line:gmatch("[^\t]+") do found[#found + 1] = field end
  return found
end

function request()
  local headers = { ["Content-Type"] = "application/json" }
  if stage == "open" then
    if place > #persons then
      complaint = "too few persons were written beforehand"
      wrk.thread:stop()
      place = 1
    end
    chosen = fields(persons[place])
    return wrk.format("POST", "/v1/personal/seats", headers, '{"link":"' .. chosen[1] .. '"}')
  end
  headers["Authorization"] = "Bearer " .. token
  if stage == "consent" then return wrk.format("POST", "/v1/personal/case/consents", headers, said) end
  if stage == "draft" then
    return wrk.format("PUT", "/v1/personal/case/draft", headers, draft:format(chosen[2], chosen[3], chosen[4]))
  end
  return wrk.format("POST", "/v1/personal/case/submission", {
    Authorization = headers["Authorization"], ["Idempotency-Key"] = run .. place })
end

local next_stage = { open = "consent", consent = "draft", draft = "submit" }

function response(status, headers, text)
  if status >= 300 then
    refused = refused + 1
    if complaint == "" then complaint = stage .. " " .. status .. " " .. text:sub(1, 600) end
    place, stage = place + 1, "open"
    return
  end
  if stage == "open" then token = text:match('"token"%s*:%s*"([^"]+)"') end
  if stage == "submit" then
    registered, place, stage = registered + 1, place + 1, "open"
  else
    stage = next_stage[stage]
  end
end

function done(summary, latency)
  local errors, registered, refused, complaint = summary.errors, 0, 0, ""
  for _, thread in ipairs(clients) do
    registered, refused = registered + thread:get("registered"), refused + thread:get("refused")
    if complaint == "" then complaint = thread:get("complaint") end
  end
  if complaint ~= "" then io.stderr:write(complaint, "\n") end
  print(string.format(
    'JSON {"registered": %d, "requests": %d, "seconds": %.6f, "refused": %d, "broken": %d, "p50_ms": %.3f, "p99_ms": %.3f}',
    registered, summary.requests, summary.duration / 1e6, refused, errors.connect + errors.read + errors.write + errors.timeout,
    latency:percentile(50) / 1000, latency:percentile(99) / 1000))
end
