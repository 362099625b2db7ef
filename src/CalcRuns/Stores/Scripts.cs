namespace CalcRuns.Stores;

/// <summary>What Redis does in one go, so that nothing comes in between.</summary>
internal static class Scripts
{
    /// <summary>Writes a state where the tag is still the known one; answers the next, or nothing. No tag comes twice: whoever was away cannot take a new state for its own.</summary>
    public const string Write = """
        if (redis.call('HGET', KEYS[1], ARGV[1] .. ':tag') or '') ~= ARGV[2] then return false end
        local tag = redis.call('INCR', KEYS[2])
        redis.call('HSET', KEYS[1], ARGV[1], ARGV[3], ARGV[1] .. ':tag', tag)
        return tag
        """;

    /// <summary>Clears a state where the tag is still the known one; answers how many were cleared.</summary>
    public const string Clear = """
        if (redis.call('HGET', KEYS[1], ARGV[1] .. ':tag') or '') ~= ARGV[2] then return 0 end
        return redis.call('HDEL', KEYS[1], ARGV[1], ARGV[1] .. ':tag')
        """;

    /// <summary>Enters a run where there is room; answers what became of it.</summary>
    public const string Enter = """
        if redis.call('HEXISTS', KEYS[2], ARGV[1]) == 1 then return 0 end
        if tonumber(redis.call('HGET', KEYS[3], ARGV[2]) or '0') >= tonumber(ARGV[3]) then return 1 end
        if redis.call('HLEN', KEYS[2]) >= tonumber(ARGV[4]) then return 2 end
        redis.call('ZADD', KEYS[1], redis.call('INCR', KEYS[4]), ARGV[1])
        redis.call('HSET', KEYS[2], ARGV[1], ARGV[2])
        redis.call('HINCRBY', KEYS[3], ARGV[2], 1)
        return 0
        """;

    /// <summary>Takes a run out of those that are open, forgets its tiles, and enters when it ended.</summary>
    public const string Leave = """
        local owner = redis.call('HGET', KEYS[2], ARGV[1])
        if owner then
          redis.call('ZREM', KEYS[1], ARGV[1])
          redis.call('HDEL', KEYS[2], ARGV[1])
          if redis.call('HINCRBY', KEYS[3], owner, -1) <= 0 then redis.call('HDEL', KEYS[3], owner) end
        end
        for _, state in ipairs(redis.call('HKEYS', KEYS[5])) do
          if string.sub(state, 1, #ARGV[3]) == ARGV[3] then redis.call('HDEL', KEYS[5], state) end
        end
        if ARGV[2] ~= '' then redis.call('ZADD', KEYS[4], ARGV[2], ARGV[1]) end
        return 0
        """;

    /// <summary>Tells what there is to do on a machine, forgets those that have told nothing for some seconds, and answers what the others told.</summary>
    public const string Exchange = """
        local now = tonumber(redis.call('TIME')[1])
        redis.call('HSET', KEYS[1], ARGV[1], now .. ' ' .. ARGV[2])
        local all = redis.call('HGETALL', KEYS[1])
        local fresh = {}
        for i = 1, #all, 2 do
          local at, load = string.match(all[i + 1], '^(%d+) (.*)$')
          if tonumber(at) + tonumber(ARGV[3]) < now then
            redis.call('HDEL', KEYS[1], all[i])
          else
            fresh[#fresh + 1] = all[i]
            fresh[#fresh + 1] = load
          end
        end
        return fresh
        """;
}
