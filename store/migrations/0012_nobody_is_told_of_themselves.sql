-- Hand-written. Lateness is no longer told to the late one as their own superior: what is open and late is told to the step of
-- the chain the machine now names (`toldAt`), as `vinhdanh check` compares them.
with late as (
  select w.id, w.queue, w.level, coalesce(n.snapshot, r.snapshot) #> '{context,escalation,chain}' as chain
  from work_items w left join nominations n on n.id = w.subject_id left join rounds r on r.id = w.subject_id
  where w.closed_at is null and w.level > 0
), told as (
  select late.id, late.level, (
    select array_agg(step order by place) from jsonb_array_elements_text(late.chain) with ordinality as steps(step, place)
    where step <> late.queue) as above
  from late where jsonb_typeof(late.chain) = 'array'
)
update work_items w set escalated_to = told.above[least(told.level, cardinality(told.above))]
from told where w.id = told.id;
