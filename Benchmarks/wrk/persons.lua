-- wrk -tN -cN … -s persons.lua URL -- NOTICE PERSONS
-- Each of the N clients is one person after the other at the entrance of a card: comes in by its link, consents to the notices of version NOTICE,
-- says who he is, hands in, each acknowledged before the next. PERSONS-0, PERSONS-1 … are the clients' persons, one a line, written beforehand.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "clients.lua")

local consent = '{"noticeVersion":"%s","answers":{"privacy":true,"sensitive-data":true,"face":true},"holderIsUnder14":false}'
local draft = '{"holder":{"name":"%s","documentType":"resident-id","documentNumber":"%s","address":"北京市朝阳区青禾里三号院","contact":"%s",' ..
  '"validFrom":"2016-01-01","validUntil":"2036-01-01"},"noticeAccepted":true}'

function init(arguments)
  said = consent:format(arguments[1])
  persons = own_lines(arguments[2])
  place, stage, registered, refused, complaint = 1, "open", 0, 0, ""
  run = key_of_run(arguments[2])
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
  if is_refused(stage, status, text) then
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
