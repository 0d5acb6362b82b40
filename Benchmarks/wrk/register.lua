-- wrk -tN -cN … -s register.lua URL -- TOKEN EVIDENCE CUSTOMERS WAY
-- Each of the N clients registers a customer's card and only then begins with the next. WAY "at-once": by one request; "steps": it begins
-- the registration, chooses its card, hands it in, each acknowledged before the next. EVIDENCE is the JSON of the
-- pieces uploaded beforehand; CUSTOMERS-0, CUSTOMERS-1 … are the clients' customers, one a line, written beforehand as well.
dofile(debug.getinfo(1, "S").source:match("@(.*/)") .. "clients.lua")

local body = '{"channel":"agent","content":{"unit":{"name":"%s","documentType":"business-licence","documentNumber":"%s",' ..
  '"address":"上海市浦东新区云杉路一百号","contact":"021-55550100","validUntil":"long-term"},' ..
  '"handler":{"name":"%s","documentType":"resident-id","documentNumber":"%s","address":"北京市朝阳区青禾里三号院",' ..
  '"contact":"%s","validFrom":"2016-01-01","validUntil":"2036-01-01"},' ..
  '"responsiblePerson":{"name":"%s","documentType":"resident-id","documentNumber":"%s","address":"江西省德安县望舒路十二号",' ..
  '"contact":"%s","validFrom":"2016-01-01","validUntil":"2036-01-01"},"usingDepartment":"冷链运营部",' ..
  '"authorisation":{"purpose":"办理物联网卡实名登记","validFrom":"%s","validUntil":"%s"},' ..
  '"use":{"deviceType":"tracker","deviceModel":"YS-100","scene":"cold-chain","traffic":"directed","voice":false,"sms":false,' ..
  '"monthlyMegabytes":30,"region":"31"},"noticeAccepted":true,"evidence":%s}%s}'

function init(arguments)
  token, evidence = "Bearer " .. arguments[1], arguments[2]
  at_once = arguments[4] == "at-once"
  customers = own_lines(arguments[3])
  year = tonumber(os.date("%Y"))
  place, stage, registered, refused, complaint = 1, "create", 0, 0, ""
  run = key_of_run(arguments[3])
end

function request()
  local headers = { Authorization = token, ["Idempotency-Key"] = run .. place .. stage }
  if stage == "create" then
    if place > #customers then
      complaint = "too few customers were written beforehand"
      wrk.thread:stop()
      place = 1
    end
    chosen = fields(customers[place])
    headers["Content-Type"] = "application/json"
    local cards = at_once and ',"handIn":{"numbers":["' .. chosen[1] .. '"]}' or ""
    return wrk.format("POST", "/v1/registrations", headers, body:format(
      chosen[2], chosen[3], chosen[4], chosen[5], chosen[6], chosen[7], chosen[8], chosen[9], year .. "-01-01", (year + 1) .. "-12-31", evidence,
      cards))
  end
  headers["If-Match"] = version
  if stage == "choose" then
    headers["Idempotency-Key"] = nil
    headers["Content-Type"] = "application/json"
    return wrk.format("PUT", application .. "/cards", headers, '{"numbers":["' .. chosen[1] .. '"]}')
  end
  return wrk.format("POST", application .. "/submission", headers)
end

function response(status, headers, text)
  if is_refused(stage, status, text) then
    place, stage = place + 1, "create"
    return
  end
  version = headers["ETag"] or headers["etag"]
  if at_once then
    registered, place = registered + 1, place + 1
  elseif stage == "create" then
    application, stage = headers["Location"] or headers["location"], "choose"
  elseif stage == "choose" then
    stage = "submit"
  else
    registered, place, stage = registered + 1, place + 1, "create"
  end
end
