-- Whoever works in a unit that succeeded another answers for the other's year too: at sign-in the predecessors are looked up.
create policy predecessors_at_sign_in on unit_successor for select using (acts_for('signIn'));
