/**
 * What MongoDB 7 knows and this store does not answer, so that a refusal can say which of the two it is. The code is that
 * of something unknown in either case: whoever looks at codes does the same.
 */
const words = (...lines: readonly string[]): ReadonlySet<string> => new Set(lines.join(" ").split(" "));

/** Manual: "Database Commands". */
const COMMANDS = words(
  "abortTransaction addShard addShardToZone analyze analyzeShardKey appendOplogNote applyOps authenticate autoSplitVector",
  "balancerCollectionStatus balancerStart balancerStatus balancerStop checkMetadataConsistency checkShardingIndex cleanupOrphaned",
  "cleanupReshardCollection cloneCollectionAsCapped clearJumboFlag collMod commitReshardCollection commitTransaction",
  "compactStructuredEncryptionData configureCollectionBalancing configureQueryAnalyzer connPoolStats connPoolSync",
  "convertToCapped createRole createSearchIndexes createUser currentOp dataSize dbHash dbhash dropAllRolesFromDatabase",
  "dropAllUsersFromDatabase dropConnections dropRole dropSearchIndex dropUser enableSharding features filemd5 flushRouterConfig fsync",
  "fsyncUnlock getAuditConfig getClusterParameter getDefaultRWConcern getParameter getShardMap getShardVersion",
  "grantPrivilegesToRole grantRolesToRole grantRolesToUser hostInfo invalidateUserCache isdbgrid killAllSessions",
  "killAllSessionsByPattern killOp killSessions listCommands listShards lockInfo logApplicationMessage logRotate logout",
  "mapReduce mapreduce mergeAllChunksOnShard mergeChunks moveChunk movePrimary netstat planCacheClear",
  "planCacheClearFilters planCacheListFilters planCacheSetFilter profile reIndex refineCollectionShardKey",
  "refreshSessions removeShard removeShardFromZone renameCollection replSetAbortPrimaryCatchUp replSetFreeze",
  "replSetGetConfig replSetGetStatus replSetInitiate replSetMaintenance replSetReconfig replSetResizeOplog",
  "replSetStepDown replSetSyncFrom reshardCollection revokePrivilegesFromRole revokeRolesFromRole",
  "revokeRolesFromUser rolesInfo rotateCertificates saslContinue saslStart setAuditConfig setClusterParameter",
  "setDefaultRWConcern setFeatureCompatibilityVersion setIndexCommitQuorum setParameter shardCollection",
  "shardConnPoolStats shardingState shutdown split splitVector startSession top unsetSharding updateRole updateUser",
  "updateSearchIndex updateZoneKeyRange usersInfo validateDBMetadata whatsmysni",
);

/** Manual: "Aggregation Stages". */
const STAGES = words(
  "$bucket $bucketAuto $changeStreamSplitLargeEvent $currentOp $densify $documents $facet $fill $geoNear $graphLookup $indexStats",
  "$listLocalSessions $listSampledQueries $listSearchIndexes $listSessions $lookup $merge $out $planCacheStats $redact",
  "$replaceRoot $replaceWith $sample $search $searchMeta $setWindowFields $shardedDataDistribution $sortByCount",
  "$unionWith $unset $vectorSearch",
);

/** Manual: "Aggregation Accumulators". */
const ACCUMULATORS = words(
  "$accumulator $bottom $bottomN $firstN $lastN $maxN $median $mergeObjects $minN $percentile $stdDevPop $stdDevSamp",
  "$top $topN",
);

/** Manual: "Aggregation Operators". */
const EXPRESSIONS = words(
  "$abs $acos $acosh $allElementsTrue $anyElementTrue $arrayElemAt $arrayToObject $asin $asinh $atan $atan2 $atanh $avg",
  "$binarySize $bitAnd $bitNot $bitOr $bitXor $bsonSize $ceil $cmp $concat $concatArrays $convert $cos $cosh",
  "$dateAdd $dateDiff $dateFromParts $dateFromString $dateSubtract $dateToParts $dateToString $dateTrunc $dayOfMonth",
  "$dayOfWeek $dayOfYear $degreesToRadians $exp $filter $first $firstN $floor $function $getField $hour $in",
  "$indexOfArray $indexOfBytes $indexOfCP $isArray $isNumber $isoDayOfWeek $isoWeek $isoWeekYear $last $lastN $let $ln",
  "$log $log10 $ltrim $map $max $maxN $median $mergeObjects $meta $millisecond $min $minN $minute $mod $month",
  "$objectToArray $percentile $pow $radiansToDegrees $rand $range $reduce $regexFind $regexFindAll $regexMatch",
  "$replaceAll $replaceOne $reverseArray $round $rtrim $second $setDifference $setEquals $setField $setIntersection",
  "$setIsSubset $setUnion $sin $sinh $slice $sortArray $split $sqrt $stdDevPop $stdDevSamp $strLenBytes $strLenCP",
  "$strcasecmp $substr $substrBytes $substrCP $sum $switch $tan $tanh $toBool $toDate $toDecimal $toDouble $toHashedIndexKey",
  "$toInt $toLong $toLower $toObjectId $toString $toUpper $trim $trunc $tsIncrement $tsSecond $type $unsetField $week",
  "$year $zip",
);

/** Manual: "Variables in Aggregation Expressions". */
const VARIABLES = words("NOW CLUSTER_TIME DESCEND PRUNE KEEP SEARCH_META USER_ROLES JS_SCOPE IS_MR");

/** Manual: "Query and Projection Operators": those of a whole document, and those of a field. */
const CONDITIONS = words("$where $expr $jsonSchema $text $sampleRate $alwaysTrue $alwaysFalse");
const OPERATORS = words(
  "$mod $bitsAllClear $bitsAllSet $bitsAnyClear $bitsAnySet $geoWithin $geoIntersects $geoNear $near $nearSphere $within",
  "$maxDistance $minDistance $uniqueDocs",
);

const KNOWN = {
  command: COMMANDS,
  stage: STAGES,
  accumulator: ACCUMULATORS,
  expression: EXPRESSIONS,
  variable: VARIABLES,
  condition: CONDITIONS,
  operator: OPERATORS,
};

/** What to say of `name`: that it is not answered here, or, when MongoDB does not know it either, `unknown`. */
export function elsewhereOr(kind: keyof typeof KNOWN, name: string, unknown: string): string {
  const shown = kind === "condition" ? "operator" : kind;
  return KNOWN[kind].has(name) ? `the ${shown} '${name}' is not answered here` : unknown;
}

export const isElsewhere = (kind: keyof typeof KNOWN, name: string): boolean => KNOWN[kind].has(name);
