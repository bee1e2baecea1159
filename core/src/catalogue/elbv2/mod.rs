//! Elastic Load Balancing v2: load balancers, listeners, target groups.
