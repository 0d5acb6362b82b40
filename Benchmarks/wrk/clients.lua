-- What the loads of several clients have alike: clients numbered from 0, their lines written beforehand, and one line of JSON at the end.
-- Each counts `registered` and `refused` and keeps the first `complaint`.
local clients = {}

function setup(thread)
  thread:set("number", #clients)
  clients[#clients + 1] = thread
end

-- This client's own: PREFIX-0 of the first, PREFIX-1 of the second.
function own_lines(prefix)
  local found = {}
  for line in io.lines(prefix .. "-" .. number) do found[#found + 1] = line end
  return found
end

-- Keys differ from those of every other run.
function key_of_run(prefix)
  return prefix:gsub("[^%w]", "") .. os.time() .. "-" .. number .. "-"
end

function fields(line)
  local found = {}
  for field in line:gmatch("[^\t]+") do found[#found + 1] = field end
  return found
end

function is_refused(stage, status, text)
  if status < 300 then return false end
  refused = refused + 1
  if complaint == "" then complaint = stage .. " " .. status .. " " .. text:sub(1, 600) end
  return true
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
